import "./indicators.css";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { DistrictIndicator, DistrictIndicators } from "@/lib/indicators/district-queries";
import type { DistrictRun } from "@/lib/indicators/district-run";
import { RunChart } from "../chart/run-chart";
import { monthLabel } from "./month-label";

type Props = {
  page: Pick<DistrictIndicators, "months">;
  row: Pick<DistrictIndicator, "indicator" | "pairs">;
  drawn: DistrictRun;
  /** Whose months these are, where a page shows several. */
  place?: string;
  height?: number;
};

/** The chosen indicator month by month: whether something changed beyond ordinary ups and downs, by the stated rule. */
export function DistrictChart({ page, row, drawn, place, height }: Props) {
  const t = useTranslations("indicators.chart");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const format = (value: number) => (drawn.unit === "share" ? formatPercent(value, locale) : n(value));
  const labels = page.months.map(monthLabel);
  const name = [placeName(row.indicator, locale), place].filter(Boolean).join(", ");
  return (
    <RunChart
      title={t(drawn.run.status, { name })}
      summary={useSummary(drawn, format)}
      values={drawn.values}
      height={height}
      labels={labels}
      run={drawn.run}
      workshop={drawn.workshop}
      words={{ median: t("median"), workshop: t("workshop") }}
      format={format}
      table={
        <details>
          <summary className="sm fold-line">{t("asTable")}</summary>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{t("month")}</th>
                <th scope="col" className="num">
                  {name}
                </th>
              </tr>
            </thead>
            <tbody>
              {labels.map((label, at) => {
                const { k = null, n: of = null } = row.pairs[at] ?? {};
                const told =
                  k === null ? t("missing") : of === null ? n(k) : t("kOfN", { k: n(k), n: n(of) });
                return (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td className="num">{told}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      }
    />
  );
}

/** The rule and what it found, with the number of months behind the median. */
function useSummary({ run }: DistrictRun, format: (value: number) => string): string {
  const t = useTranslations("indicators.chart");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  if (run.status === "too-early") return t("needsMonths", { months: n(run.medianPoints) });
  const { longestRun, crossings, limits, medianPoints, centre, signals } = run;
  const found = [
    t("medianOf", { value: format(centre), months: n(medianPoints) }),
    t(signals.includes("long-run") ? "longRun" : "noLongRun", { n: n(longestRun), limit: n(limits.longest) }),
    signals.includes("few-crossings") && t("fewCrossings", { n: n(crossings), limit: n(limits.fewest) }),
    t(signals.length > 0 ? "lookInto" : "ordinary"),
  ];
  return found.filter(Boolean).join(" ");
}
