import { mean, median, sampleDeviation } from "./averages";

/** Monthly values an outlier rule needs, statistics.md §8. */
export const OUTLIERS_FROM = 10;

/** Makes the median deviation an estimate of the standard deviation of normal values; R's `mad()`. */
const MAD_SCALE = 1.4826;

export type OutlierCheck<Found> =
  | { status: "too-few" }
  | { status: "no-spread" }
  | ({ status: "checked" } & Found);

export interface HampelFindings {
  median: number;
  /** Scaled median absolute deviation. */
  mad: number;
  /** Values outside are flagged. */
  lo: number;
  hi: number;
  /** Positions in what was given. */
  flagged: number[];
}

function known(values: readonly (number | null)[]): number[] {
  const numbers = values.filter((value) => value !== null);
  if (numbers.some((value) => !Number.isFinite(value))) throw new RangeError("not a number");
  return numbers;
}

/**
 * Hampel's rule: further than 5 scaled median deviations from the median (statistics.md §8). At least ten monthly
 * values of a district, null = missing; the page's rule, because one huge value does not hide itself.
 * @throws RangeError for values that are not finite.
 */
export function hampelOutliers(values: readonly (number | null)[]): OutlierCheck<HampelFindings> {
  const numbers = known(values);
  const centre = median(numbers);
  if (centre === null || numbers.length < OUTLIERS_FROM) return { status: "too-few" };
  const mad = MAD_SCALE * (median(numbers.map((value) => Math.abs(value - centre))) ?? 0);
  if (mad === 0) return { status: "no-spread" };
  const flagged = values.flatMap((value, at) =>
    value !== null && Math.abs(value - centre) > 5 * mad ? [at] : [],
  );
  return { status: "checked", median: centre, mad, lo: centre - 5 * mad, hi: centre + 5 * mad, flagged };
}

export interface DeviationFindings {
  mean: number;
  deviation: number;
  /** Standardised value per position, null where missing. */
  z: (number | null)[];
  /** Positions 2 s or more away, and of these the ones 3 s or more away. */
  moderate: number[];
  extreme: number[];
}

/**
 * The standard-deviation rule of the WHO data-quality toolkit: ≥ 2 s moderate, ≥ 3 s extreme (statistics.md §8). With
 * ten values z cannot reach 3: it never exceeds (n − 1)/√n.
 * @throws RangeError for values that are not finite.
 */
export function deviationOutliers(values: readonly (number | null)[]): OutlierCheck<DeviationFindings> {
  const numbers = known(values);
  const centre = mean(numbers);
  const deviation = sampleDeviation(numbers);
  if (centre === null || deviation === null || numbers.length < OUTLIERS_FROM) return { status: "too-few" };
  if (deviation === 0) return { status: "no-spread" };
  const z = values.map((value) => (value === null ? null : (value - centre) / deviation));
  const beyond = (bound: number) =>
    z.flatMap((one, at) => (one !== null && Math.abs(one) >= bound ? [at] : []));
  return { status: "checked", mean: centre, deviation, z, moderate: beyond(2), extreme: beyond(3) };
}
