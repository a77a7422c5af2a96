import { useLocale, useTranslations } from "next-intl";
import { groupText } from "@/lib/comparison/group-words";
import type { Equity } from "@/lib/equity/queries";
import type { Share } from "@/lib/equity/rules";
import { partName } from "@/lib/equity/words";
import { formatDate, formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { PERCENT_FROM } from "@/lib/statistics/proportion";

/** Reach, plans and the chosen service of every group of villages. */
export function LinesTable({ equity: { lines, indicator, end } }: { equity: Equity }) {
  const t = useTranslations("equity");
  const remarks = useTranslations("comparison.groups.remark");
  const rate = useTranslations("indicators.rate");
  const locale = useLocale();
  const share = useShareText();
  const month = formatDate(firstDay(end), locale, "month");
  const uptake = indicator && t("uptake", { name: placeName(indicator, locale), month });
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("group")}</th>
          <th scope="col">{t("reached")}</th>
          <th scope="col">{t("inPlan")}</th>
          <th scope="col">{t("actions")}</th>
          {uptake && <th scope="col">{uptake}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.dimension} ${line.part}`}>
            <th scope="row">{partName(t, line)}</th>
            <td data-label={t("reached")}>{share(line.reached)}</td>
            <td data-label={t("inPlan")}>{formatNumber(line.planned, locale)}</td>
            <td data-label={t("actions")}>{line.actions ? share(line.actions) : t("noPlans")}</td>
            {uptake && (
              <td data-label={uptake}>
                {line.uptake ? groupText(rate, locale, line.uptake) : t("noReports")}
                {line.uptake && line.uptake.remarks.length > 0 && (
                  <span className="block xs mut">
                    {line.uptake.remarks.map((one) => remarks(one)).join(" · ")}
                  </span>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useShareText() {
  const t = useTranslations("equity");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return ({ k, n: of, p, lo, hi }: Share) => {
    const told = t("ofN", { k: n(k), n: n(of) });
    if (p === null || of < PERCENT_FROM) return told;
    const range =
      lo === null || hi === null ? "" : ` (${formatRange({ low: lo, high: hi, unit: "percent" }, locale)})`;
    return `${told} · ${formatPercent(p, locale)}${range}`;
  };
}
