import type { MeanWithInterval } from "./trust-index";

type Estimate = Pick<MeanWithInterval, "mean" | "lo" | "hi">;

export interface MeanDifference {
  /** First minus second; null when either mean is. Unrounded. */
  difference: number | null;
  /** 95 % limits; null when either mean has none. */
  lo: number | null;
  hi: number | null;
}

/**
 * Difference of two *independent* means from their own 95 % limits: statistics.md §1's square-and-add on the intervals of §2
 * (Zou & Donner 2008, Stat Med 27:1693), so that whoever sees both intervals can follow it. For two rounds of one village,
 * whose people are not linked; over several villages `changeBetweenRounds`.
 */
export function differenceOfMeans(first: Estimate, second: Estimate): MeanDifference {
  if (first.mean === null || second.mean === null) return { difference: null, lo: null, hi: null };
  const difference = first.mean - second.mean;
  if (first.lo === null || first.hi === null || second.lo === null || second.hi === null)
    return { difference, lo: null, hi: null };
  return {
    difference,
    lo: difference - Math.hypot(first.mean - first.lo, second.hi - second.mean),
    hi: difference + Math.hypot(first.hi - first.mean, second.mean - second.lo),
  };
}
