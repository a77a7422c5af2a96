import { wilson } from "./proportion";

/** Under this many reported months of twelve a rate is "incomplete" and gets no colour, statistics.md §8. */
export const MONTHS_FROM = 10;

/** One calendar month ("2026-04"); null = not reported, which is never 0. */
export interface MonthlyCount {
  month: string;
  k: number | null;
  /** Denominator of that month alone, or the projected one of its whole year: see the function. */
  n: number | null;
}

export interface RollingYear {
  /** Keeps these values out of run charts, statistics.md §6. */
  kind: "rolling-12";
  /** Sums over the months that reported both; null when none did. n may be a fraction with an annual denominator. */
  k: number | null;
  n: number | null;
  months: number;
  complete: boolean;
  /** k/n, null when there is no denominator; may exceed 1. Unrounded. */
  share: number | null;
  /** Wilson limits; null with an annual (estimated) denominator and above 1. */
  lo: number | null;
  hi: number | null;
  /** More than there should be: to be flagged. */
  overOne: boolean;
}

function monthNumber(month: string): number {
  const [, year, of] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || of === undefined) throw new RangeError(`not a month: ${month}`);
  return Number(year) * 12 + Number(of) - 1;
}

/** Months of the window that reported both, at most twelve. */
function reported(counts: readonly MonthlyCount[], end: string): { k: number; n: number }[] {
  const last = monthNumber(end);
  const seen = new Set<number>();
  return counts.flatMap(({ month, k, n }) => {
    const at = monthNumber(month);
    if (seen.has(at)) throw new RangeError(`a month twice: ${month}`);
    seen.add(at);
    if (k === null || n === null || at > last || at <= last - 12) return [];
    if (!(k >= 0 && n >= 0)) throw new RangeError(`not a count of a total: ${k} of ${n} in ${month}`);
    return [{ k, n }];
  });
}

function sums(counts: readonly MonthlyCount[], end: string, partOf: (n: number) => number) {
  const window = reported(counts, end);
  const months = window.length;
  const k = window.reduce((sum, month) => sum + month.k, 0);
  const n = partOf(window.reduce((sum, month) => sum + month.n, 0));
  const known = months > 0;
  return {
    kind: "rolling-12" as const,
    k: known ? k : null,
    n: known ? n : null,
    months,
    complete: months >= MONTHS_FROM,
    share: known && n > 0 ? k / n : null,
    overOne: known && k > n,
  };
}

/**
 * Rate over the twelve calendar months ending with `end`, each month with its own denominator (statistics.md §8): only
 * months with numerator and denominator enter, Wilson on the sums. Consecutive public windows give single months away
 * by subtraction: refresh them once a quarter.
 * @throws RangeError for a month that is none or comes twice, for negative values, and for sums that are not whole.
 */
export function rollingYear(counts: readonly MonthlyCount[], end: string): RollingYear {
  const found = sums(counts, end, (n) => n);
  if (found.k === null || found.n === null || found.overOne) return { ...found, lo: null, hi: null };
  const { lo, hi } = wilson(found.k, found.n);
  return { ...found, lo, hi };
}

/**
 * The same where `n` is the projected denominator of the month's whole year: each reported month brings a twelfth of
 * it. An estimate, so no interval, and values above 1 stand.
 * @throws RangeError as `rollingYear`, sums need not be whole.
 */
export function rollingYearOfProjection(counts: readonly MonthlyCount[], end: string): RollingYear {
  return { ...sums(counts, end, (n) => n / 12), lo: null, hi: null };
}
