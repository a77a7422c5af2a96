import { tQuantile } from "./distributions";
import type { MeanWithInterval } from "./trust-index";

/** How many values, their sum and the sum of their squares: all that is known of them. */
export interface Sums {
  n: number;
  sum: number;
  squares: number;
}

/**
 * `meanWithInterval` of values that are known by their sums only (statistics.md §2). Values that all seem equal have no
 * interval: what is left of squares minus square is rounding.
 */
export function meanFromSums({ n, sum, squares }: Sums): MeanWithInterval {
  if (n === 0) return { n, mean: null, deviation: null, lo: null, hi: null };
  const mean = sum / n;
  if (n === 1) return { n, mean, deviation: null, lo: null, hi: null };
  const spread = squares - (sum * sum) / n;
  const deviation = spread <= 1e-9 * Math.max(1, squares) ? 0 : Math.sqrt(spread / (n - 1));
  if (deviation === 0) return { n, mean, deviation, lo: null, hi: null };
  const half = (tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return { n, mean, deviation, lo: mean - half, hi: mean + half };
}
