"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSavedChoice } from "@/components/field/use-autosave";
import { Chip } from "@/components/ui/chip";
import { formatNumber } from "@/lib/i18n/format";
import { DEFAULT_VISIT_OFFSETS } from "@/lib/visits/rules";

type Props = { value: readonly number[] | null | undefined; onSave: (months: number[] | null) => unknown };

const offered = [1, 2, 3, 4, 6, 9, 12, 18, 24];

/** In which months after the plan the village is visited; with none of its own a plan has the programme's. */
export function VisitMonths({ value, onSave }: Props) {
  const t = useTranslations("plans.agree");
  const locale = useLocale();
  const own = value && value.length > 0 ? value : null;
  const draft = useSavedChoice<readonly number[] | null>(own, (months) =>
    onSave(months && months.length > 0 ? [...months] : null),
  );
  const chosen = draft.value ?? DEFAULT_VISIT_OFFSETS;
  const shown = [...new Set([...offered, ...chosen])].sort((a, b) => a - b);
  const toggle = (month: number) => {
    const next = chosen.includes(month) ? chosen.filter((one) => one !== month) : [...chosen, month];
    draft.choose(next.length > 0 ? next.sort((a, b) => a - b).slice(0, 8) : null);
  };
  return (
    <fieldset className="field">
      <legend className="lab">{t("visitOffsets")}</legend>
      <p className="help">{t("visitOffsetsHelp")}</p>
      <div className="chips">
        {shown.map((month) => (
          <Chip key={month} pressed={chosen.includes(month)} onClick={() => toggle(month)}>
            {t("months", { count: month, n: formatNumber(month, locale) })}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
