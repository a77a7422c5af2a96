/** Values as near as this to a bound are on it: 0.1 + 0.2 is 0.3. */
const TOLERANCE = 1e-9;

export interface ReportingShare {
  /** received ÷ expected, null when nothing was expected; over 1 when the list of who must report is wrong. */
  share: number | null;
  /** ≥ .90 green, ≥ .80 yellow, else red, compared unrounded. */
  band: "green" | "yellow" | "red" | null;
  overOne: boolean;
}

function wholeCounts(...counts: number[]): void {
  const wrong = counts.find((count) => !Number.isInteger(count) || count < 0);
  if (wrong !== undefined) throw new RangeError(`not a count: ${wrong}`);
}

/**
 * Completeness (reports received) or timeliness (received on time) of those expected (statistics.md §8).
 * @throws RangeError unless both are whole numbers ≥ 0.
 */
export function reportingShare(received: number, expected: number): ReportingShare {
  wholeCounts(received, expected);
  if (expected === 0) return { share: null, band: null, overOne: received > 0 };
  const share = received / expected;
  const below = share >= 0.8 ? "yellow" : "red";
  return { share, band: share >= 0.9 ? "green" : below, overOne: share > 1 };
}

/** Pairs of counts that should stand in a known relation, statistics.md §8. */
export const CONSISTENCY_RULES = {
  "penta1-penta3": { least: 0.95, most: Number.POSITIVE_INFINITY },
  "anc1-anc4": { least: 0.95, most: Number.POSITIVE_INFINITY },
  "bcg-deliveries": { least: 0.7, most: 1.3 },
} as const;

export interface Consistency {
  /** First ÷ second, null when the second is 0. */
  ratio: number | null;
  consistent: boolean | null;
}

/**
 * Ratio of the rule's first count to its second, and whether it lies within bounds (tolerance 1e-9).
 * @throws RangeError unless both are ≥ 0.
 */
export function consistency(
  rule: keyof typeof CONSISTENCY_RULES,
  first: number,
  second: number,
): Consistency {
  if (!(first >= 0 && second >= 0)) throw new RangeError(`negative: ${first}, ${second}`);
  if (second === 0) return { ratio: null, consistent: null };
  const ratio = first / second;
  const { least, most } = CONSISTENCY_RULES[rule];
  return { ratio, consistent: ratio >= least - TOLERANCE && ratio <= most + TOLERANCE };
}

export interface DropOut {
  /** (first − third) ÷ first, null when the first is 0; may be negative. */
  share: number | null;
  /** More third than first doses: to be shown and flagged. */
  negative: boolean;
}

/**
 * Drop-out from a first to a later dose, such as Penta1 to Penta3 (statistics.md §8).
 * @throws RangeError unless both are whole numbers ≥ 0.
 */
export function dropOut(first: number, third: number): DropOut {
  wholeCounts(first, third);
  return { share: first === 0 ? null : (first - third) / first, negative: third > first };
}
