import type { ComponentProps } from "react";
import { describedBy, Field, type FieldText } from "./field";

type Own = FieldText & { name: string };

/** One line of text. `id` defaults to `name`; give one when two forms on a page share a name. */
export function TextField(props: Own & ComponentProps<"input">) {
  const { label, help, error, optional, id = props.name, ...input } = props;
  const text = { label, help, error, optional };
  return (
    <Field id={id} {...text}>
      <input type="text" {...input} id={id} className="in" {...describedBy(id, text)} />
    </Field>
  );
}

export function TextArea(props: Own & ComponentProps<"textarea">) {
  const { label, help, error, optional, id = props.name, ...input } = props;
  const text = { label, help, error, optional };
  return (
    <Field id={id} {...text}>
      <textarea rows={4} {...input} id={id} className="in" {...describedBy(id, text)} />
    </Field>
  );
}
