import { frozenRunChart, MEDIAN_FROM, type RunChart, runChart } from "@/lib/statistics/run-chart";
import { kindOf } from "./calculation";
import type { DistrictIndicators } from "./district-queries";

export type DistrictRun = Readonly<{
  /** Shares 0…1 where every month says its own denominator, else what was counted. */
  unit: "share" | "count";
  values: readonly (number | null)[];
  run: RunChart;
  /** Position of the first workshop's month, when it lies within. */
  workshop: number | null;
}>;

/**
 * One indicator of a district month by month, never rolling (statistics.md §6). The median of the months before the first
 * workshop when there are enough of them, else of all.
 */
export function districtRun(
  page: Pick<DistrictIndicators, "months" | "rows" | "workshop">,
  code: string,
): DistrictRun | null {
  const row = page.rows.find(({ indicator }) => indicator.code === code);
  if (!row) return null;
  const unit = kindOf(row.indicator) === "share" ? "share" : "count";
  const values = row.pairs.map(({ k, n }) => {
    if (unit === "count" || k === null) return k;
    return n ? k / n : null;
  });
  const at = page.workshop === null ? -1 : page.months.indexOf(page.workshop);
  const workshop = at < 0 ? null : at;
  const series = { kind: "month", level: "district", values } as const;
  const before = workshop === null ? 0 : values.slice(0, workshop).filter((value) => value !== null).length;
  const frozen = workshop !== null && before >= MEDIAN_FROM;
  return { unit, values, run: frozen ? frozenRunChart(series, workshop) : runChart(series), workshop };
}
