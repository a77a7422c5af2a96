import { wilson } from "./proportion";

export interface CountOfTotal {
  k: number;
  n: number;
}

export interface ProportionDifference {
  /** Share of the first minus share of the second, −1…1; null when either has nobody. Unrounded. */
  difference: number | null;
  /** 95 % limits, −1…1, null with the difference. */
  lo: number | null;
  hi: number | null;
}

/**
 * Difference of two *independent* proportions with its 95 % interval (statistics.md §1; Newcombe 1998, Stat Med
 * 17:873, method 10). Not for overlapping windows (two rolling years that share months) nor for the same people
 * asked twice: those are a panel, statistics.md §5.
 * @throws RangeError as `wilson`.
 */
export function differenceOfProportions(first: CountOfTotal, second: CountOfTotal): ProportionDifference {
  const a = wilson(first.k, first.n);
  const b = wilson(second.k, second.n);
  if (a.p === null || a.lo === null || a.hi === null || b.p === null || b.lo === null || b.hi === null) {
    return { difference: null, lo: null, hi: null };
  }
  const difference = a.p - b.p;
  return {
    difference,
    lo: difference - Math.hypot(a.p - a.lo, b.hi - b.p),
    hi: difference + Math.hypot(a.hi - a.p, b.p - b.lo),
  };
}
