import { binomialAtLeast, binomialAtMost, binomialQuantile } from "./distributions";

/** Chance of lying outside though nothing is different: inner and outer limits, statistics.md §7. */
export const INNER_ALPHA = 0.05;
export const OUTER_ALPHA = 0.002;

/** With at least this many units, more than this share outside the outer limits means other causes than chance. */
const OVERDISPERSION_UNITS = 30;
const OVERDISPERSION_SHARE = 0.1;

export interface FunnelLimits {
  /** Inside is kLow…kHigh of n, both included. */
  kLow: number;
  kHigh: number;
  /** Where to draw, as shares 0…1, half a count outside so that picture and flag agree; null = no limit there. */
  lower: number | null;
  upper: number | null;
}

/**
 * Exact binomial limits for a unit of n about a benchmark share (statistics.md §7; Spiegelhalter 2005). Not an interval
 * for the unit: what chance alone would give it.
 * @throws RangeError unless n is a whole number ≥ 0, 0 ≤ benchmark ≤ 1 and 0 < alpha < 1.
 */
export function funnelLimits(n: number, benchmark: number, alpha: number): FunnelLimits {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`not between 0 and 1: ${alpha}`);
  const kLow = binomialQuantile(alpha / 2, n, benchmark);
  const kHigh = n - binomialQuantile(alpha / 2, n, 1 - benchmark);
  return {
    kLow,
    kHigh,
    lower: kLow === 0 ? null : (kLow - 0.5) / n,
    upper: kHigh === n ? null : (kHigh + 0.5) / n,
  };
}

export type FunnelFlag = "low" | "high" | "inside";

export interface FunnelPoint extends FunnelLimits {
  /** P(X ≤ k) and P(X ≥ k) at the benchmark. */
  atMost: number;
  atLeast: number;
  flag: FunnelFlag;
}

/**
 * Where k of n stands against the benchmark.
 * @throws RangeError as `funnelLimits`, and unless 0 ≤ k ≤ n is whole. Ratios over an estimated denominator stay out.
 */
export function funnelPoint(k: number, n: number, benchmark: number, alpha: number): FunnelPoint {
  if (!Number.isInteger(k) || k < 0 || k > n) throw new RangeError(`not a count of a total: ${k} of ${n}`);
  const limits = funnelLimits(n, benchmark, alpha);
  const outside: FunnelFlag = k < limits.kLow ? "low" : "high";
  return {
    ...limits,
    atMost: binomialAtMost(k, n, benchmark),
    atLeast: binomialAtLeast(k, n, benchmark),
    flag: k >= limits.kLow && k <= limits.kHigh ? "inside" : outside,
  };
}

export interface FunnelUnit {
  unit: string;
  k: number;
  n: number;
}

export interface Funnel {
  /** Units differ for reasons beyond chance: say so instead of flagging single ones; all flags are null then. */
  overdispersed: boolean;
  /** In the order given; flags are null too where n is 0. */
  units: { unit: string; k: number; n: number; inner: FunnelFlag | null; outer: FunnelFlag | null }[];
}

/**
 * Flags of many units against one benchmark, instead of a league table (statistics.md §7).
 * @throws RangeError as `funnelPoint`.
 */
export function funnel(units: readonly FunnelUnit[], benchmark: number): Funnel {
  const judged = units.map(({ unit, k, n }) => {
    const flag = (alpha: number) => {
      const found = funnelPoint(k, n, benchmark, alpha).flag;
      return n === 0 ? null : found;
    };
    return { unit, k, n, inner: flag(INNER_ALPHA), outer: flag(OUTER_ALPHA) };
  });
  const counted = judged.filter(({ outer }) => outer !== null);
  const outside = counted.filter(({ outer }) => outer !== "inside");
  const overdispersed =
    counted.length >= OVERDISPERSION_UNITS && outside.length > OVERDISPERSION_SHARE * counted.length;
  if (!overdispersed) return { overdispersed, units: judged };
  return { overdispersed, units: judged.map((unit) => ({ ...unit, inner: null, outer: null })) };
}
