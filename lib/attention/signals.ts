import { type Pair, pairOf } from "@/lib/indicators/calculation";
import { type DistrictRun, monthlyRun } from "@/lib/indicators/district-run";
import { monthOf } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import type { RunChart } from "@/lib/statistics/run-chart";
import type { Watch, WatchedFacility } from "./watch";

/** Too few crossings count from so many newest months on one side; fewer do not say where the series lies now. */
export const NEWEST_FROM = 3;

export type Verdict = "worse" | "better" | "ordinary" | "early";

/** One service of a catchment, or of the district, month by month. */
export type WatchedSeries = Readonly<{
  facility: WatchedFacility | null;
  indicator: ShownIndicator;
  months: readonly number[];
  /** What was counted, one per month. */
  pairs: readonly Pair[];
  drawn: DistrictRun;
  verdict: Verdict;
}>;

/**
 * What a run chart says of the newest months: a signal counts only while it lasts, and as "worse" only on the side that the
 * indicator's direction calls worse (statistics §6; docs/decisions/0043).
 */
export function verdictOf(direction: ShownIndicator["direction"], run: RunChart): Verdict {
  if (run.status === "too-early") return "early";
  const { newest, limits, signals, status } = run;
  if (status === "none" || !newest || direction === "none") return "ordinary";
  const lasting = signals.includes("long-run") && newest.length > limits.longest;
  const shifted = signals.includes("few-crossings") && newest.length >= NEWEST_FROM;
  if (!lasting && !shifted) return "ordinary";
  return (newest.side === "above") === (direction === "up") ? "better" : "worse";
}

/** The first page, what came of it and the brief ask for the same series. */
const known = new WeakMap<Watch, readonly WatchedSeries[]>();

/** Every watched service of every catchment, then of the district as far as no catchment of it has a signal. */
export function seriesOf(watch: Watch): readonly WatchedSeries[] {
  const series = known.get(watch) ?? allSeries(watch);
  known.set(watch, series);
  return series;
}

function allSeries(watch: Watch): WatchedSeries[] {
  const counts = countsByFacility(watch);
  const catchments = watch.facilities.flatMap((facility, at) =>
    watch.indicators.map((indicator) =>
      catchmentSeries(watch, { facility, indicator, counts: counts[at] ?? new Map() }),
    ),
  );
  const told = (code: string) =>
    catchments.some(
      ({ indicator, verdict }) => indicator.code === code && (verdict === "worse" || verdict === "better"),
    );
  const district = watch.indicators
    .filter(({ code }) => !told(code))
    .map((indicator) => districtSeries(watch, indicator));
  return [...catchments, ...district];
}

type Counts = Map<number, Record<string, number>>;

function countsByFacility({ facilities, cells }: Watch): Counts[] {
  const all = facilities.map((): Counts => new Map());
  for (const [at, code, periods, counts] of cells) {
    const own = all[at];
    for (const [index, period] of periods.entries()) {
      const month = own?.get(period) ?? {};
      month[code] = counts[index] ?? 0;
      own?.set(period, month);
    }
  }
  return all;
}

type Catchment = { facility: WatchedFacility; indicator: ShownIndicator; counts: Counts };

function catchmentSeries(watch: Watch, { facility, indicator, counts }: Catchment): WatchedSeries {
  const { months } = watch;
  const pairs = months.map((period) => pairOf(indicator, counts.get(period)));
  const workshop = positionOf(months, facility.workshop);
  const drawn = monthlyRun({ indicator, level: "catchment", pairs, workshop });
  return { facility, indicator, months, pairs, drawn, verdict: verdictOf(indicator.direction, drawn.run) };
}

/** A month in which fewer reported than in the fullest one is left out: a missing report is no fall. */
function districtSeries(watch: Watch, indicator: ShownIndicator): WatchedSeries {
  const { months } = watch;
  const full = fullMonths(watch);
  const pairs = months.map((period) => pairOf(indicator, full.get(period)));
  const workshop = positionOf(months, watch.workshop);
  const drawn = monthlyRun({ indicator, level: "district", pairs, workshop });
  return {
    facility: null,
    indicator,
    months,
    pairs,
    drawn,
    verdict: verdictOf(indicator.direction, drawn.run),
  };
}

function fullMonths({ districtCells }: Watch): Map<number, Record<string, number>> {
  const most = new Map<string, number>();
  for (const [code, , , reporters] of districtCells) most.set(code, Math.max(most.get(code) ?? 0, reporters));
  const months = new Map<number, Record<string, number>>();
  for (const [code, period, total, reporters] of districtCells) {
    if (reporters < (most.get(code) ?? 0)) continue;
    months.set(period, { ...months.get(period), [code]: total });
  }
  return months;
}

function positionOf(months: readonly number[], day: string | null): number | null {
  const at = day === null ? -1 : months.indexOf(monthOf(day));
  return at < 0 ? null : at;
}
