import { isSmall, PUBLIC_THRESHOLD } from "./suppression";

/** One row of a table whose rows are added up by group and over all: its counts, one per column. */
export type TreeRow = Readonly<{ group: string; counts: readonly number[] }>;

/** What is hidden: rows by their position, totals of groups by name, the total of all. */
export type HiddenTree = Readonly<{
  rows: ReadonlySet<number>;
  groups: ReadonlySet<string>;
  whole: boolean;
}>;

type Search = {
  table: readonly TreeRow[];
  threshold: number;
  rows: Set<number>;
  groups: Set<string>;
};

const nothing: HiddenTree = { rows: new Set(), groups: new Set(), whole: false };

/**
 * Which rows of a table with subtotals and a total to hide whole (statistics.md §9): every row with a count of 1 … threshold − 1, and
 * more. Totals minus what is shown leave one rest for each group whose total is shown, and one for all the others together;
 * each rest must in every column be 0 or at least the threshold. Then it stands for two rows or more, and each hidden count
 * could be anything from 0 to the rest. What was hidden before (`kept`) stays hidden.
 * @throws RangeError unless all are whole numbers ≥ 0.
 */
export function hiddenInTree(
  table: readonly TreeRow[],
  { threshold = PUBLIC_THRESHOLD, kept = nothing }: { threshold?: number; kept?: HiddenTree } = {},
): HiddenTree {
  const wrong = table.flatMap(({ counts }) => counts).find((one) => !Number.isSafeInteger(one) || one < 0);
  if (wrong !== undefined) throw new RangeError(`not a count: ${wrong}`);
  const small = ({ counts }: TreeRow) => counts.some((count) => isSmall(count, threshold));
  const first = [...table.keys()].filter((at) => small(table[at] as TreeRow));
  const search: Search = {
    table,
    threshold,
    rows: new Set([...kept.rows, ...first]),
    groups: new Set(kept.groups),
  };
  for (const [group, members] of membersOf(table)) {
    if (search.groups.has(group)) continue;
    if (shortOf(search, members).length > 0 || !cover(search, members)) search.groups.add(group);
  }
  const whole = kept.whole || shortOf(search, [...table.keys()]).length > 0 || !coverTogether(search);
  return { rows: search.rows, groups: search.groups, whole };
}

const membersOf = (table: readonly TreeRow[]) => Map.groupBy(table.keys(), (at) => table[at]?.group ?? "");

const sums = (table: readonly TreeRow[], rows: readonly number[]): number[] =>
  (table[0]?.counts ?? []).map((_, column) =>
    rows.reduce((sum, at) => sum + (table[at]?.counts[column] ?? 0), 0),
  );

/** Columns in which these rows together are few. */
function shortOf({ table, threshold }: Search, rows: readonly number[]): number[] {
  return sums(table, rows).flatMap((sum, column) => (isSmall(sum, threshold) ? [column] : []));
}

/** Hides the smallest row that helps until what is hidden among them is not few; false when all are hidden and it still is. */
function cover(search: Search, members: readonly number[]): boolean {
  for (;;) {
    const short = shortOf(
      search,
      members.filter((at) => search.rows.has(at)),
    );
    if (short.length === 0) return true;
    const next = smallest(
      search,
      members.filter((at) => !search.rows.has(at)).map((at) => [at]),
      short,
    );
    if (!next) return false;
    for (const at of next) search.rows.add(at);
  }
}

/** The same for all groups whose total is hidden; where they are not enough, another group's total goes too. */
function coverTogether(search: Search): boolean {
  const groups = membersOf(search.table);
  for (;;) {
    const open = [...groups].flatMap(([group, members]) => (search.groups.has(group) ? members : []));
    if (cover(search, open)) return true;
    const short = shortOf(search, open);
    const closed = [...groups].filter(([group]) => !search.groups.has(group)).map(([, members]) => members);
    const next = smallest(search, closed, short);
    const group = next && search.table[next[0] ?? -1]?.group;
    if (group === undefined) return false;
    search.groups.add(group);
  }
}

/** Of these sets of rows the one of fewest people with any in a short column. */
function smallest(
  { table }: Search,
  sets: readonly (readonly number[])[],
  short: readonly number[],
): readonly number[] | undefined {
  const size = (rows: readonly number[]) => sums(table, rows).reduce((sum, count) => sum + count, 0);
  return sets
    .filter((rows) => short.some((column) => (sums(table, rows)[column] ?? 0) > 0))
    .sort((a, b) => size(a) - size(b) || (a[0] ?? 0) - (b[0] ?? 0))[0];
}
