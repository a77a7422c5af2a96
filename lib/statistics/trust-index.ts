import { mean, sampleDeviation } from "./averages";
import { tQuantile } from "./distributions";

/** Below this many respondents per group and round nothing about trust is shown, statistics.md §2. */
export const TRUST_FROM = 10;

/** Share of the items that must be answered: 6 of 8, statistics.md §2. */
const ANSWERED_FROM = 0.75;

/** −1, 0 or +1; null for "don't know", refused or skipped. */
export type TrustAnswer = -1 | 0 | 1 | null;

/**
 * Index of one respondent, −k…+k for the k items of the instrument (−8…+8 for the eight dimensions): k × the mean of
 * what was answered, null when under three quarters of the items were (statistics.md §2).
 * @throws RangeError without items, or for an answer that is not −1, 0, +1 or null.
 */
export function trustIndex(answers: readonly TrustAnswer[]): number | null {
  if (answers.length === 0) throw new RangeError("an instrument without items");
  const answered = answers.filter((answer) => answer !== null);
  const wrong = answered.find((answer) => ![-1, 0, 1].includes(answer));
  if (wrong !== undefined) throw new RangeError(`not a trust answer: ${wrong}`);
  if (answered.length < ANSWERED_FROM * answers.length) return null;
  // Sum first: 8 × (4/7) and (8 × 4)/7 differ in the last digit, and equal people must be equal.
  return (answers.length * answered.reduce((sum: number, answer) => sum + answer, 0)) / answered.length;
}

/** An index (or a mean of them) on 0…100, for display beside the other scale only (statistics.md §2). */
export function trustPercent(index: number, items = 8): number {
  return ((index + items) / (2 * items)) * 100;
}

export interface MeanWithInterval {
  n: number;
  mean: number | null;
  /** Standard deviation with n − 1; null below two values. */
  deviation: number | null;
  /** 95 % limits; null below two values or without spread. They may leave the scale: cut the drawn bar only. */
  lo: number | null;
  hi: number | null;
}

/**
 * Mean with its 95 % t interval (statistics.md §2). Simple random people of *one* village and round; over several
 * villages `meanOverVillages` must be used (statistics.md §0.4).
 */
export function meanWithInterval(values: readonly number[]): MeanWithInterval {
  const n = values.length;
  const centre = mean(values);
  const deviation = sampleDeviation(values);
  if (centre === null || !deviation) return { n, mean: centre, deviation, lo: null, hi: null };
  const half = (tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return { n, mean: centre, deviation, lo: centre - half, hi: centre + half };
}

export type TrustSummary =
  | { status: "hidden" }
  | ({
      status: "shown" /** Respondents with too few answers for an index. */;
      leftOut: number;
    } & MeanWithInterval);

/**
 * What may be said of one group in one village and round from its respondents' indexes (null = too few answers):
 * nothing below `TRUST_FROM` usable ones (statistics.md §2). Which of several subgroups may stand side by side is
 * `hiddenSubgroups`' decision.
 */
export function trustSummary(indexes: readonly (number | null)[]): TrustSummary {
  const usable = indexes.filter((index) => index !== null);
  if (usable.length < TRUST_FROM) return { status: "hidden" };
  return { status: "shown", leftOut: indexes.length - usable.length, ...meanWithInterval(usable) };
}
