import { TRUST_FROM } from "@/lib/statistics/trust-index";

/** What is known of the person besides the answers; each may be "not_said". */
export const marks = ["exposure", "sex", "ageBand", "ethnicGroup"] as const;
export type Mark = (typeof marks)[number];

/** How many people with a score share all four marks. */
export type Sharing = Readonly<Record<Mark, string>> & Readonly<{ n: number }>;

type Group = Readonly<{ key: string; n: number; row: readonly number[] }>;

export const groupKey = (by: Mark, category: string) => `${by}:${category}`;

/**
 * Which groups of one round may be shown beside its total, by `groupKey`. Means and people of groups add up and subtract, so
 * whatever can be calculated from all that is shown must be about nobody or at least ten people: not the rest of a total,
 * and not the difference between two groups of different kinds (statistics §9, for sums instead of counts).
 */
export function shownGroups(people: readonly Sharing[]): ReadonlySet<string> {
  const joint = people.filter(({ n }) => n > 0);
  if (joint.reduce((sum, { n }) => sum + n, 0) < TRUST_FROM) return new Set();
  let shown = groupsOf(joint).filter(({ n }) => n >= TRUST_FROM);
  while (tellsOfFew(joint, shown)) {
    const smallestFirst = [...shown].sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
    const but = (group: Group | undefined) => shown.filter((one) => one !== group);
    const enough = smallestFirst.find((group) => !tellsOfFew(joint, but(group)));
    shown = but(enough ?? smallestFirst[0]);
  }
  return new Set(shown.map(({ key }) => key));
}

/** Exposure last: comparisons over several villages stand on it (`trust_clusters`). */
const rankOf = ({ key, n }: Group) => (key.startsWith("exposure:") ? 1_000_000 : 0) + n;

function groupsOf(joint: readonly Sharing[]): Group[] {
  return marks.flatMap((by) =>
    [...new Set(joint.map((cell) => cell[by]))].map((category) => {
      const row = joint.map((cell) => (cell[by] === category ? 1 : 0));
      return {
        key: groupKey(by, category),
        n: joint.reduce((sum, cell, at) => sum + cell.n * (row[at] ?? 0), 0),
        row,
      };
    }),
  );
}

/** Beyond this many steps a combination counts as telling: more is hidden, never less. */
const mostSteps = 20_000;
type Column = Readonly<{ at: number; n: number }>;
type Search = { columns: readonly Column[]; steps: number };

/**
 * Is there a sum of what is shown, each times any number, in which somebody is left, but fewer than ten people? Every kind of
 * people is either taken out of the sum, which leaves one number less to choose, or stays in it and is counted.
 */
function tellsOfFew(joint: readonly Sharing[], shown: readonly Group[]): boolean {
  if (shown.length === 0) return false;
  const alike = Map.groupBy(joint.keys(), (at) => shown.map(({ row }) => row[at]).join(""));
  const columns = [...alike.values()]
    .map((kinds) => ({ at: kinds[0] ?? 0, n: kinds.reduce((sum, at) => sum + (joint[at]?.n ?? 0), 0) }))
    .sort((a, b) => b.n - a.n || a.at - b.at);
  const rows = [joint.map(() => 1), ...shown.map(({ row }) => [...row])];
  return leavesFew({ columns, steps: 0 }, rows, { from: 0, left: 0 });
}

type Place = Readonly<{ from: number; left: number }>;

function leavesFew(search: Search, rows: readonly (readonly number[])[], { from, left }: Place): boolean {
  if (rows.length === 0) return false;
  if (++search.steps > mostSteps) return true;
  const next = search.columns.findIndex(
    ({ at }, index) => index >= from && rows.some((row) => !isZero(row[at])),
  );
  const column = search.columns[next];
  if (!column) return rows.some((row) => search.columns.some(({ at }) => !isZero(row[at])));
  const after = next + 1;
  const stays = left + column.n;
  return (
    leavesFew(search, without(rows, column.at), { from: after, left }) ||
    (stays < TRUST_FROM && leavesFew(search, rows, { from: after, left: stays }))
  );
}

const isZero = (value = 0) => Math.abs(value) < 1e-9;

/** All sums of these rows that say nothing of this column. */
function without(rows: readonly (readonly number[])[], column: number): number[][] {
  const pivot = rows.find((row) => !isZero(row[column])) ?? [];
  return rows
    .filter((row) => row !== pivot)
    .map((row) => {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      return row.map((value, at) => value - times * (pivot[at] ?? 0));
    })
    .filter((row) => row.some((value) => !isZero(value)));
}
