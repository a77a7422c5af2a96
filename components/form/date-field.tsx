"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FocusEvent, useState } from "react";
import { monthNames } from "@/lib/i18n/format";
import { type DateParts, isoOf, partsOf } from "./date-parts";
import { describedBy, FieldGroup, type FieldText } from "./field";

type Props = FieldText & {
  name: string;
  id?: string;
  /** ISO `YYYY-MM-DD`, or empty. */
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (iso: string) => void;
};

/** Day, month name, year: the browser's own date field would speak the phone's language, not the reader's. */
export function DateField({ name, id = name, value, defaultValue, onChange, ...text }: Props) {
  const locale = useLocale();
  const t = useTranslations();
  const [parts, setParts] = useState<DateParts>(() => partsOf(value ?? defaultValue));
  const [left, setLeft] = useState(false);
  const typed = isoOf(parts);
  const shown = value && value !== typed && typed !== null ? partsOf(value) : parts;
  const set = (change: Partial<DateParts>) => {
    const next = { ...shown, ...change };
    setParts(next);
    const iso = isoOf(next);
    if (iso !== null) onChange?.(iso);
  };
  const error = text.error ?? (left && typed === null ? t("errors.field.date") : undefined);
  const common = {
    className: "in",
    onBlur: (event: FocusEvent<HTMLElement>) =>
      setLeft(!event.currentTarget.closest(".dates")?.contains(event.relatedTarget)),
    ...describedBy(id, { ...text, error }),
  };
  return (
    <FieldGroup id={id} {...text} error={error}>
      <div className="dates">
        <div>
          <label className="lab" htmlFor={`${id}-day`}>
            {t("common.word.day")}
          </label>
          <input
            {...common}
            id={`${id}-day`}
            inputMode="numeric"
            maxLength={2}
            value={shown.day}
            onChange={(event) => set({ day: event.target.value })}
          />
        </div>
        <div>
          <label className="lab" htmlFor={`${id}-month`}>
            {t("common.word.month")}
          </label>
          <select
            {...common}
            id={`${id}-month`}
            value={shown.month}
            onChange={(event) => set({ month: event.target.value })}
          >
            <option value="" />
            {monthNames(locale).map((month, index) => (
              <option key={month} value={String(index + 1)}>
                {month}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="lab" htmlFor={`${id}-year`}>
            {t("common.word.year")}
          </label>
          <input
            {...common}
            id={`${id}-year`}
            inputMode="numeric"
            maxLength={4}
            value={shown.year}
            onChange={(event) => set({ year: event.target.value })}
          />
        </div>
      </div>
      <input type="hidden" name={name} value={isoOf(shown) ?? ""} />
    </FieldGroup>
  );
}
