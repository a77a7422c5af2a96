"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "../ui/button";
import { describedBy, Field, type FieldText } from "./field";

/** A password that can be looked at and pasted into. */
export function PasswordField(props: FieldText & { name: string } & ComponentProps<"input">) {
  const { label, help, error, optional, id = props.name, ...input } = props;
  const text = { label, help, error, optional };
  const [seen, setSeen] = useState(false);
  const t = useTranslations("common.action");
  return (
    <Field id={id} {...text}>
      <div className="in-wrap">
        <input
          autoComplete="current-password"
          {...input}
          type={seen ? "text" : "password"}
          id={id}
          className="in"
          {...describedBy(id, text)}
        />
        <Button kind="quiet" small icon="eye" aria-controls={id} onClick={() => setSeen(!seen)}>
          {t(seen ? "hide" : "show")}
        </Button>
      </div>
    </Field>
  );
}
