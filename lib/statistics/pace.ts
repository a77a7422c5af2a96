const TOLERANCE = 1e-9;

/**
 * How a target is meant (statistics.md §8): `annual` grows month by month over the year, `period` holds for every
 * period alike, `deaths` are shown and never banded.
 */
export type TargetBasis = "annual" | "period" | "deaths";

/**
 * What month `month` (1…12) of the year should have reached; null for deaths.
 * @throws RangeError unless the month is 1…12.
 */
export function expectedAt(target: number, month: number, basis: TargetBasis): number | null {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`not a month: ${month}`);
  if (basis === "deaths") return null;
  return basis === "annual" ? (target * month) / 12 : target;
}

export interface Pace {
  /** value ÷ expected, or its inverse where lower is better; null when that would divide by 0. Unrounded. */
  pace: number | null;
  /** ≥ 1 on, ≥ .9 near, else behind; null when nothing can be said. */
  band: "on" | "near" | "behind" | null;
}

/**
 * Value against what was expected by now, both in the same unit and ≥ 0 (statistics.md §8). Null values give nulls; a
 * value of 0 where lower is better is on the way without a number.
 * @throws RangeError for negative values.
 */
export function paceOf(value: number | null, expected: number | null, lowerIsBetter = false): Pace {
  if (value === null || expected === null) return { pace: null, band: null };
  if (!(value >= 0 && expected >= 0)) throw new RangeError(`negative: ${value}, ${expected}`);
  const [reached, wanted] = lowerIsBetter ? [expected, value] : [value, expected];
  if (wanted === 0) return { pace: null, band: lowerIsBetter ? "on" : null };
  const pace = reached / wanted;
  if (pace >= 1 - TOLERANCE) return { pace, band: "on" };
  return { pace, band: pace >= 0.9 - TOLERANCE ? "near" : "behind" };
}

/** A target to be reached on an ISO date. */
export interface DatedTarget {
  date: string;
  value: number;
}

function dayNumber(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !Number.isInteger(day))
    throw new RangeError(`not a date: ${date}`);
  return day;
}

/**
 * Target on a day between dated targets, straight line by calendar day; null outside the dates (statistics.md §8).
 * @throws RangeError for dates that are none and for a date twice.
 */
export function targetOn(targets: readonly DatedTarget[], date: string): number | null {
  const day = dayNumber(date);
  const points = targets
    .map((target) => ({ day: dayNumber(target.date), value: target.value }))
    .sort((a, b) => a.day - b.day);
  if (points.some((point, index) => point.day === points[index - 1]?.day)) {
    throw new RangeError("two targets of one day");
  }
  const exact = points.find((point) => point.day === day);
  if (exact) return exact.value;
  const before = points.findLast((point) => point.day < day);
  const after = points.find((point) => point.day > day);
  if (!before || !after) return null;
  return before.value + ((after.value - before.value) * (day - before.day)) / (after.day - before.day);
}
