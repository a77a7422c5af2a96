import { wilson } from "@/lib/statistics/proportion";
import {
  type MonthlyCount,
  type RollingYear,
  rollingYear,
  rollingYearOfProjection,
} from "@/lib/statistics/rolling-year";
import { chooseFigure, type Figure } from "./denominators";
import { firstDay, monthsUntil } from "./months";
import type { Indicator } from "./schema";
import type { Values } from "./validation";

export type Calculated = Pick<Indicator, "numerator"> &
  Partial<Pick<Indicator, "denominator" | "populationKind">>;
/** What one reporter (or a district) counted, by month; a month without a report is absent. */
export type Months = ReadonlyMap<number, Values>;

/** Null as soon as one of them is missing: a sum of part of it would be another thing. */
function sumOf(terms: readonly string[], values: Values | undefined): number | null {
  return terms.reduce<number | null>((sum, term) => {
    const value = values?.[term.replace(/^-/, "")];
    if (sum === null || value === null || value === undefined) return null;
    return term.startsWith("-") ? sum - value : sum + value;
  }, 0);
}

export type Kind = "count" | "share" | "population";
export const kindOf = ({ denominator, populationKind }: Calculated): Kind =>
  populationKind ? "population" : denominator && denominator.length > 0 ? "share" : "count";

/** k, and n where the same month says it; either may be missing. */
export type Pair = Readonly<{ k: number | null; n: number | null }>;
export const pairOf = (indicator: Calculated, values: Values | undefined): Pair => ({
  k: sumOf(indicator.numerator, values),
  n: kindOf(indicator) === "share" ? sumOf(indicator.denominator ?? [], values) : null,
});

export type Spell = Readonly<{ k: number | null; n: number | null; months: number; of: number }>;

/**
 * Several months as one, such as a quarter: only months that say all that is needed enter; `of` is how many there could
 * be. Where the year's people are the denominator, n is their part of these months, an estimate.
 */
export function spellOf(
  indicator: Calculated,
  { periods, months, figures }: { periods: readonly number[]; months: Months; figures: readonly Figure[] },
): Spell {
  const kind = kindOf(indicator);
  const known = periods.flatMap((period) => {
    const { k, n } = pairOf(indicator, months.get(period));
    const figure = kind === "population" ? figureOf(indicator, figures, period) : null;
    if (k === null || (kind === "share" && n === null)) return [];
    return [{ k, n: kind === "population" ? figure && figure.value / 12 : n }];
  });
  const of = periods.length;
  if (known.length === 0) return { k: null, n: null, months: 0, of };
  const k = known.reduce((sum, one) => sum + one.k, 0);
  const whole = kind !== "count" && known.every(({ n }) => n !== null);
  return { k, n: whole ? known.reduce((sum, one) => sum + (one.n ?? 0), 0) : null, months: known.length, of };
}

const figureOf = ({ populationKind, numerator }: Calculated, figures: readonly Figure[], period: number) =>
  populationKind
    ? chooseFigure(figures, { kind: populationKind, year: Math.floor(period / 100), numerator })
    : null;

export type Year = Readonly<{
  rate: RollingYear;
  /** Where the denominator comes from; null for shares of what was counted in the same months. */
  figure: Figure | null;
  /** n is an estimate, not people who were counted. */
  estimated: boolean;
}>;

/**
 * The twelve months that end with `end` (statistics.md §8). A difference (drop-out) is the rest of what stayed. Volunteers'
 * own list of a whole year's people is a count like any other and gets an interval; every other figure is an estimate.
 */
export function yearOf(
  indicator: Calculated,
  { end, months, figures }: { end: number; months: Months; figures: readonly Figure[] },
): Year {
  const window = monthsUntil(end, 12);
  const figure = figureOf(indicator, figures, end);
  const taken = indicator.numerator.some((term) => term.startsWith("-"));
  const people = (period: number) => figureOf(indicator, figures, period)?.value ?? null;
  const counts = window.map((period) => {
    const { k, n } = pairOf(indicator, months.get(period));
    const rest = taken && k !== null && n !== null ? n - k : k;
    return { month: firstDay(period).slice(0, 7), k: rest, n: indicator.populationKind ? people(period) : n };
  });
  const endMonth = firstDay(end).slice(0, 7);
  const kind = kindOf(indicator);
  const counted = kind === "count" || (kind === "population" && counts.every(({ n }) => n === null));
  if (counted) return { rate: sumOnly(counts, endMonth), figure: null, estimated: false };
  if (kind === "share") {
    const rate = rollingYear(counts, endMonth);
    return { rate: taken ? restOf(rate) : rate, figure: null, estimated: false };
  }
  const rate = rollingYearOfProjection(counts, endMonth);
  const listed =
    figure?.method === "enumerated" && rate.months === 12 && Number.isInteger(rate.n) && !rate.overOne;
  if (!listed || rate.k === null || rate.n === null) return { rate, figure, estimated: true };
  const { lo, hi } = wilson(rate.k, rate.n);
  return { rate: { ...rate, lo, hi }, figure, estimated: false };
}

/** What was counted, where nothing divides it. */
function sumOnly(counts: readonly MonthlyCount[], end: string): RollingYear {
  const rate = rollingYear(
    counts.map((one) => ({ ...one, n: 0 })),
    end,
  );
  return { ...rate, n: null, share: null, lo: null, hi: null, overOne: false };
}

/** What did not stay, out of what stayed; negative where more stayed than began. */
function restOf(rate: RollingYear): RollingYear {
  const { k, n, share, lo, hi } = rate;
  return {
    ...rate,
    k: k === null || n === null ? null : n - k,
    share: share === null ? null : 1 - share,
    lo: hi === null ? null : 1 - hi,
    hi: lo === null ? null : 1 - lo,
  };
}
