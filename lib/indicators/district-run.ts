import {
  frozenRunChart,
  MEDIAN_FROM,
  type PeriodSeries,
  type RunChart,
  runChart,
} from "@/lib/statistics/run-chart";
import { type Calculated, kindOf, type Pair } from "./calculation";
import type { DistrictIndicators } from "./district-queries";

export type DistrictRun = Readonly<{
  /** Shares 0…1 where every month says its own denominator, else what was counted. */
  unit: "share" | "count";
  values: readonly (number | null)[];
  run: RunChart;
  /** Position of the first workshop's month, when it lies within. */
  workshop: number | null;
}>;

type Series = Readonly<{
  indicator: Calculated;
  level: PeriodSeries["level"];
  /** One per month, oldest first. */
  pairs: readonly Pair[];
  workshop: number | null;
}>;

/**
 * One indicator month by month, never rolling (statistics.md §6). The median of the months before the first workshop when
 * there are enough of them, else of all.
 */
export function monthlyRun({ indicator, level, pairs, workshop }: Series): DistrictRun {
  const unit = kindOf(indicator) === "share" ? "share" : "count";
  const values = pairs.map((pair) => monthlyValue(unit, pair));
  const series = { kind: "month", level, values } as const;
  const before = workshop === null ? 0 : values.slice(0, workshop).filter((value) => value !== null).length;
  const frozen = workshop !== null && before >= MEDIAN_FROM;
  return { unit, values, run: frozen ? frozenRunChart(series, workshop) : runChart(series), workshop };
}

/** What one month is drawn as: a share where the month says its own denominator, else what was counted. */
export const monthlyValue = (unit: DistrictRun["unit"], { k, n }: Pair): number | null => {
  if (unit === "count" || k === null) return k;
  return n ? k / n : null;
};

/** One indicator of a district. */
export function districtRun(
  page: Pick<DistrictIndicators, "months" | "rows" | "workshop">,
  code: string,
): DistrictRun | null {
  const row = page.rows.find(({ indicator }) => indicator.code === code);
  if (!row) return null;
  const at = page.workshop === null ? -1 : page.months.indexOf(page.workshop);
  const { indicator, pairs } = row;
  return monthlyRun({ indicator, level: "district", pairs, workshop: at < 0 ? null : at });
}
