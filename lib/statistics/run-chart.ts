import { median } from "./averages";
import { binomialQuantile } from "./distributions";

/** Points an own or a frozen median needs, statistics.md §6. */
export const MEDIAN_FROM = 10;

/**
 * Values of single months or quarters of a catchment or wider, oldest first, null = missing. Rolling 12-month values
 * share eleven months with their neighbour and signal in 88 % of series of pure noise: they have another `kind` and do
 * not fit here. One village shows its k of n by quarter, without signals (statistics.md §6).
 */
export interface PeriodSeries {
  kind: "month" | "quarter";
  level: "catchment" | "district" | "province" | "nation";
  values: readonly (number | null)[];
}

export interface RunLimits {
  /** A run longer than this is a signal. */
  longest: number;
  /** Fewer crossings than this are a signal. */
  fewest: number;
}

export interface RunFindings {
  /** Points that are neither missing nor on the centre. */
  useful: number;
  longestRun: number;
  /** Where that run lies: side of the centre, first and last position in what was given. Null without one. */
  run: { side: "above" | "below"; from: number; to: number } | null;
  /** The run that the newest useful point ends: where the series lies now. */
  newest: { side: "above" | "below"; from: number; length: number } | null;
  crossings: number;
  limits: RunLimits;
  /** "A signal, look into it", never "proof". */
  signals: ("long-run" | "few-crossings")[];
}

export type RunChart =
  | { status: "too-early"; medianPoints: number }
  /** `medianPoints` is to be written beside the chart. Positions count from the first value of the whole series. */
  | ({ status: "signal" | "none"; centre: number; medianPoints: number } & RunFindings);

/** Limits for n useful points (Anhøj & Olesen 2014; Schilling 2012; Chen 2010). At n ≤ 5 no signal is possible. */
export function runLimits(useful: number): RunLimits {
  if (useful < 1) return { longest: 0, fewest: 0 };
  const known = limitsKnown.get(useful) ?? {
    longest: Math.round(Math.log2(useful)) + 3,
    fewest: binomialQuantile(0.05, useful - 1, 0.5),
  };
  limitsKnown.set(useful, known);
  return known;
}

/** A page draws a hundred series of the same length. */
const limitsKnown = new Map<number, RunLimits>();

/**
 * Runs about a centre. Missing values and values on the centre (within 1e-9, relative above 1) neither break nor
 * lengthen a run.
 */
export function runsAbout(values: readonly (number | null)[], centre: number): RunFindings {
  const tolerance = 1e-9 * Math.max(1, Math.abs(centre));
  const runs: { side: "above" | "below"; from: number; to: number; length: number }[] = [];
  values.forEach((value, at) => {
    if (value === null || Math.abs(value - centre) <= tolerance) return;
    const side = value > centre ? "above" : "below";
    const last = runs.at(-1);
    if (last?.side === side) {
      last.length += 1;
      last.to = at;
    } else runs.push({ side, from: at, to: at, length: 1 });
  });
  const useful = runs.reduce((sum, { length }) => sum + length, 0);
  const longestRun = Math.max(0, ...runs.map(({ length }) => length));
  const longest = runs.find(({ length }) => length === longestRun);
  const crossings = Math.max(0, runs.length - 1);
  const limits = runLimits(useful);
  const signals: RunFindings["signals"] = [];
  if (longestRun > limits.longest) signals.push("long-run");
  if (crossings < limits.fewest) signals.push("few-crossings");
  const run = longest ? { side: longest.side, from: longest.from, to: longest.to } : null;
  const last = runs.at(-1);
  const newest = last ? { side: last.side, from: last.from, length: last.length } : null;
  return { useful, longestRun, run, newest, crossings, limits, signals };
}

function refuseOthers({ kind, level, values }: PeriodSeries): void {
  if (!["month", "quarter"].includes(kind)) {
    throw new RangeError(`run charts take single months or quarters, not ${kind}`);
  }
  if (!["catchment", "district", "province", "nation"].includes(level)) {
    throw new RangeError(`run charts take a catchment or wider, not a ${level}`);
  }
  if (values.some((value) => value !== null && !Number.isFinite(value))) throw new RangeError("not a number");
}

function chart(
  judged: readonly (number | null)[],
  medianOf: readonly (number | null)[],
  offset: number,
): RunChart {
  const known = medianOf.filter((value) => value !== null);
  const centre = median(known);
  const medianPoints = known.length;
  if (centre === null || medianPoints < MEDIAN_FROM) return { status: "too-early", medianPoints };
  const found = runsAbout(judged, centre);
  const run = found.run && { ...found.run, from: found.run.from + offset, to: found.run.to + offset };
  const newest = found.newest && { ...found.newest, from: found.newest.from + offset };
  return {
    status: found.signals.length > 0 ? "signal" : "none",
    centre,
    medianPoints,
    ...found,
    run,
    newest,
  };
}

/**
 * Run chart about the series' own median (statistics.md §6): `too-early` below ten points.
 * @throws RangeError for rolling values, for one village, and for values that are not finite.
 */
export function runChart(series: PeriodSeries): RunChart {
  refuseOthers(series);
  return chart(series.values, series.values, 0);
}

/**
 * Run chart about the median of the months before the workshop's (position `workshop` in the series), judging only the
 * points from the workshop's month on (statistics.md §6). With a baseline of 12 months false alarms are 7, 10, 14 and
 * 16 % after 6, 12, 18 and 24 later points.
 * @throws RangeError as `runChart`, and when `workshop` is no position of the series or just behind it.
 */
export function frozenRunChart(series: PeriodSeries, workshop: number): RunChart {
  refuseOthers(series);
  const { values } = series;
  if (!Number.isInteger(workshop) || workshop < 0 || workshop > values.length) {
    throw new RangeError(`no such month in the series: ${workshop}`);
  }
  return chart(values.slice(workshop), values.slice(0, workshop), workshop);
}
