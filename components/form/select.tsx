import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { describedBy, Field, type FieldText } from "./field";

export type Option = { value: string; label: string };

type Props = FieldText & {
  name: string;
  options: readonly Option[];
  /** The first, empty line; leave out when a value is always chosen. */
  placeholder?: string | true;
} & ComponentProps<"select">;

export function Select(props: Props) {
  const { label, help, error, optional, options, placeholder, id = props.name, ...select } = props;
  const text = { label, help, error, optional };
  const t = useTranslations("common.form");
  return (
    <Field id={id} {...text}>
      <select {...select} id={id} className="in" {...describedBy(id, text)}>
        {placeholder && <option value="">{placeholder === true ? t("choose") : placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
