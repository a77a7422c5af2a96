"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { formatNumber } from "@/lib/i18n/format";

export type FormError = {
  /** The id of the field to jump to. */
  id: string;
  message: string;
};

type Props = {
  errors?: readonly FormError[];
  /** What went wrong with the whole form, already a sentence. */
  message?: string;
};

/** What is wrong, above the form, each line a link to its field. Takes the focus when it appears. */
export function FormErrors({ errors = [], message }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const t = useTranslations("common.form");
  const locale = useLocale();
  const shown = errors.length > 0 || Boolean(message);
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  const n = formatNumber(errors.length, locale);
  return (
    <div className="form-summary" role="alert" tabIndex={-1} ref={box}>
      <p className="font-bold">{message ?? t("summaryTitle", { count: errors.length, n })}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.id}>
              <a href={`#${error.id}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
