"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Warning } from "@/lib/indicators/validation";
import type { KnownElement } from "@/lib/sync/known";
import { useAutosave } from "../field/use-autosave";
import { Chip } from "../ui/chip";
import { Notice } from "../ui/notice";
import { Stepper } from "../ui/stepper";
import { useElementName, useWarningText } from "./element-words";

/** Undefined: not entered. Null: not known. */
type Value = number | null | undefined;

type Props = {
  element: KnownElement;
  value: Value;
  /** The month before on this phone; null while nobody reported it here. */
  before: { value: Value } | null;
  warnings: readonly Warning[];
  onSave: (value: number | null) => unknown;
};

/** One number of the month: last month beside it, "not known" apart from 0, and what looks wrong in words. */
export function ElementEntry({ element, value, before, warnings, onSave }: Props) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const name = useElementName();
  const warningText = useWarningText();
  const draft = useAutosave<Value>(value, (next) => (next === undefined ? undefined : onSave(next)));
  const label = name(element.code);
  const last = !before
    ? t("entry.noReportBefore")
    : before.value === undefined
      ? t("entry.lastNotEntered")
      : before.value === null
        ? t("entry.lastNotKnown")
        : t("entry.last", { n: formatNumber(before.value, locale) });
  return (
    <div className="entry">
      <div className="grow">
        <p className="lab">{label}</p>
        <p className="sm mut">{last}</p>
        {draft.value === undefined && <p className="sm mut">{t("entry.notEntered")}</p>}
      </div>
      <div className="row wrap">
        <Stepper label={label} value={draft.value ?? null} max={999_999} onChange={draft.change} />
        <Chip
          pressed={draft.value === null}
          aria-label={t("entry.notKnownOf", { name: label })}
          onClick={() => {
            draft.change(null);
            void draft.flush();
          }}
        >
          {t("entry.notKnown")}
        </Chip>
      </div>
      {warnings.map((warning) => (
        <Notice key={warning.rule} tone="soon" live="polite" title={warningText(warning).title}>
          {warningText(warning).advice}
        </Notice>
      ))}
    </div>
  );
}
