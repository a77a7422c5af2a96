/** z for a 95 % interval, statistics.md §1. */
export const Z95 = 1.959963984540054;

/** From this many people on a percentage may be shown, statistics.md §14. */
export const PERCENT_FROM = 5;

/** Below this many people a percentage is called "unstable", statistics.md §1 and §14. */
export const STABLE_FROM = 20;

export interface Proportion {
  k: number;
  n: number;
  /** k/n, null when n is 0. Unrounded, 0…1. */
  p: number | null;
  /** Wilson limits, 0…1, null when n is 0. */
  lo: number | null;
  hi: number | null;
}

/**
 * k of n with its Wilson score interval (statistics.md §1; Wilson 1927, no continuity correction).
 * @throws RangeError when k or n is negative, not whole, or k > n. Ratios over an *estimated* denominator
 * have no interval and must not come here.
 */
export function wilson(k: number, n: number, z: number = Z95): Proportion {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || n < 0 || k > n) {
    throw new RangeError(`not a count of a total: ${k} of ${n}`);
  }
  if (n === 0) return { k, n, p: null, lo: null, hi: null };
  const square = z * z;
  const centre = (k + square / 2) / (n + square);
  const half = (z * Math.sqrt((k * (n - k)) / n + square / 4)) / (n + square);
  // Exact ends: floating error would otherwise print −0.0 %.
  return { k, n, p: k / n, lo: k === 0 ? 0 : centre - half, hi: k === n ? 1 : centre + half };
}

/**
 * How a proportion may be shown to people of the same village, health centre or district (statistics.md §14):
 * `count` = "k of n" alone, `unstable` = with %, interval and the word, `stable` = with % and interval.
 */
export function proportionDisplay(n: number): "count" | "unstable" | "stable" {
  if (n < PERCENT_FROM) return "count";
  return n < STABLE_FROM ? "unstable" : "stable";
}
