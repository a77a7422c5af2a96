import { isSmall, PUBLIC_THRESHOLD } from "./suppression";
import { TRUST_FROM } from "./trust-index";

/** true = hidden. */
export interface HiddenRows {
  total: boolean;
  rows: boolean[];
}

function columnSums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

/**
 * Rows to hide whole, and with them the total when it is small itself. What is left after subtracting the shown rows
 * from the total must in every column be 0 or at least the threshold, and must stand for two rows or more: then each
 * hidden count could be anything from 0 to that rest. Without row totals this needs no search (statistics.md §9).
 */
function hideRows(counts: readonly (readonly number[])[], threshold: number): HiddenRows {
  const small = (row: readonly number[]) => row.some((count) => isSmall(count, threshold));
  const rows = counts.map(small);
  const sums = columnSums(counts);
  if (counts.length === 0 || small(sums)) return { total: true, rows };
  const size = (row: readonly number[] | undefined) => (row ?? []).reduce((sum, count) => sum + count, 0);
  const smallestFirst = [...counts.keys()].sort((a, b) => size(counts[a]) - size(counts[b]));
  for (;;) {
    const rest = columnSums(counts.filter((_, at) => rows[at]));
    const short = rest.map((sum) => isSmall(sum, threshold));
    // One hidden row alone is always short: it is hidden because one of its counts is small.
    if (!short.includes(true)) return { total: false, rows };
    const helps = (row: readonly number[]) => row.some((count, column) => short[column] && count > 0);
    const next = smallestFirst.find((at) => !rows[at] && helps(counts[at] ?? []));
    if (next === undefined) return { total: true, rows };
    rows[next] = true;
  }
}

function mustBeCounts(counts: readonly number[]): void {
  const wrong = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong !== undefined) throw new RangeError(`not a count: ${wrong}`);
}

/**
 * Which subgroups of one breakdown (by sex, by age band …) to hide together with their means: those below `least`
 * respondents, and more, so that neither number nor mean of fewer than `least` people follows from the total and the
 * rest (statistics.md §2 and §9). Give every subgroup, "not said" too; nested breakdowns are one.
 * @throws RangeError unless all counts are whole numbers ≥ 0.
 */
export function hiddenSubgroups(respondents: readonly number[], least = TRUST_FROM): HiddenRows {
  mustBeCounts(respondents);
  return hideRows(
    respondents.map((count) => [count]),
    least,
  );
}

/**
 * Which of many shares "k of n" to hide whole (k, n, rate, interval, bar and colour) beside their total: a share is the
 * two counts k and n − k, so 19 of 20 gives away one person (statistics.md §9 and §14). For lists of any length, such
 * as the villages of a district; a table with totals in both directions is `suppress`'s.
 * @throws RangeError unless all are whole numbers with 0 ≤ k ≤ n.
 */
export function hiddenShares(
  shares: readonly { k: number; n: number }[],
  threshold = PUBLIC_THRESHOLD,
): HiddenRows {
  const pairs = shares.map(({ k, n }) => [k, n - k]);
  mustBeCounts(pairs.flat());
  return hideRows(pairs, threshold);
}
