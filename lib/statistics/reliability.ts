import { sampleVariance } from "./averages";
import { fQuantile } from "./distributions";

/** From this many complete respondents on alpha may be shown, statistics.md §3. */
export const ALPHA_FROM = 30;

export interface Reliability {
  /** Items of the instrument, constant ones included. */
  items: number;
  /** Respondents who answered all of them. */
  n: number;
  /** At most 1; negative when the items disagree. Null without spread of the totals or below two respondents. */
  alpha: number | null;
  /** Feldt's 95 % limits, null with alpha and at alpha = 1. */
  lo: number | null;
  hi: number | null;
  /** Enough complete respondents to show it. */
  shown: boolean;
}

function alphaOf(rows: readonly number[][], items: number): number | null {
  const totals = sampleVariance(rows.map((row) => row.reduce((sum, answer) => sum + answer, 0)));
  if (!totals) return null;
  const apart = Array.from(
    { length: items },
    (_, item) => sampleVariance(rows.map((row) => row[item] ?? 0)) ?? 0,
  );
  const sum = apart.reduce((total, variance) => total + variance, 0);
  return (items / (items - 1)) * (1 - sum / totals);
}

/**
 * Cronbach's alpha over complete rows (one row per respondent, one column per item, null = not answered) with Feldt's
 * interval (statistics.md §3; Cronbach 1951, Feldt 1965). It says that the items move together, not that they measure
 * trust. A constant item stays in.
 * @throws RangeError when the rows differ in length or there are fewer than two items.
 */
export function cronbachAlpha(respondents: readonly (readonly (number | null)[])[]): Reliability {
  const items = respondents[0]?.length ?? 0;
  if (respondents.some((row) => row.length !== items)) throw new RangeError("rows of different length");
  if (respondents.length > 0 && items < 2) throw new RangeError("alpha needs two items");
  const complete = respondents
    .map((row) => row.filter((answer) => answer !== null))
    .filter((row) => row.length === items);
  const n = complete.length;
  const alpha = alphaOf(complete, items);
  const base = { items, n, alpha, shown: alpha !== null && n >= ALPHA_FROM };
  if (alpha === null || alpha >= 1) return { ...base, lo: null, hi: null };
  const limit = (probability: number) =>
    1 - (1 - alpha) * fQuantile(probability, n - 1, (n - 1) * (items - 1));
  return { ...base, lo: limit(0.975), hi: limit(0.025) };
}
