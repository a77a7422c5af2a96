"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { parseNumberTyped } from "@/lib/i18n/typed-number";
import { describedBy, Field, type FieldText } from "./field";

type Props = FieldText & {
  name: string;
  id?: string;
  /** `decimal` for coordinates and measures, where 18.385 is not eighteen thousand. */
  kind?: "whole" | "decimal";
  value?: number | null;
  defaultValue?: number | null;
  onChange?: (value: number | null) => void;
  placeholder?: string;
};

/** A number typed in Lao or Latin digits with either separator; shown again in the reader's form, sent as plain digits. */
export function NumberField(props: Props) {
  const { name, id = name, kind = "whole", value, defaultValue, onChange, placeholder, ...text } = props;
  const locale = useLocale();
  const t = useTranslations("errors.field");
  const [own, setOwn] = useState<number | null>(defaultValue ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const number = value === undefined ? own : value;
  const style = kind === "decimal" ? { maxDecimals: 6 } : undefined;
  const shown = typed ?? (number === null ? "" : formatNumber(number, locale, style));
  const type = (next: string) => {
    setTyped(next);
    const parsed = parseNumberTyped(next, kind);
    if (parsed === null && next.trim() !== "") return;
    setOwn(parsed);
    setWrong(false);
    onChange?.(parsed);
  };
  const leave = () => {
    const bad = typed !== null && typed.trim() !== "" && parseNumberTyped(typed, kind) === null;
    setWrong(bad);
    if (!bad) setTyped(null);
  };
  const error = text.error ?? (wrong ? t("number") : undefined);
  return (
    <Field id={id} {...text} error={error}>
      <input
        id={id}
        className="in"
        inputMode={kind === "decimal" ? "decimal" : "numeric"}
        autoComplete="off"
        placeholder={placeholder}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        {...describedBy(id, { ...text, error })}
      />
      <input type="hidden" name={name} value={wrong ? (typed ?? "") : (number ?? "")} />
    </Field>
  );
}
