import { type CountTable, derivableRange, placeOf, withMargins } from "./derivable-range";

/** Counts of 1 to 4 are hidden from the public; 10 where the Washington rule is wanted (statistics.md §9). */
export const PUBLIC_THRESHOLD = 5;

/** The search is made for 12 × 12 tables (statistics.md §9): split or coarsen larger ones, or see `hiddenShares`. */
const MOST_SIDE = 12;

const ZERO_COST = 1e4;
const TOTAL_COST = 1e6;
const GRAND_TOTAL_COST = 1e12;

/** A count that gives people away by itself: not zero, and below the threshold. */
export function isSmall(count: number, threshold = PUBLIC_THRESHOLD): boolean {
  return count > 0 && count < threshold;
}

interface Search {
  table: CountTable;
  /** fall + rise that a hidden cell needs: threshold − 1, so that its range holds as many values as the threshold. */
  enough: number;
}

function widthOf({ table, enough }: Search, hidden: ReadonlySet<number>, cell: number): number {
  const { fall, rise } = derivableRange(table, hidden, cell, enough);
  return fall + rise;
}

function costOf(table: CountTable, cell: number): number {
  const { row, column } = placeOf(table, cell);
  const value = table.values[cell] ?? 0;
  const totals = Number(row === table.rows) + Number(column === table.columns);
  const margin = totals === 2 ? GRAND_TOTAL_COST : totals * TOTAL_COST;
  return value + margin + (value === 0 ? ZERO_COST : 0);
}

/** Every published cell alone, and every rectangle with the cell as a corner; margins are rows and columns too. */
function candidates(table: CountTable, hidden: ReadonlySet<number>, cell: number): number[][] {
  const width = table.columns + 1;
  const { row, column } = placeOf(table, cell);
  const sets = [...table.values.keys()].map((one) => [one]);
  for (let otherRow = 0; otherRow <= table.rows; otherRow += 1) {
    for (let otherColumn = 0; otherColumn <= table.columns; otherColumn += 1) {
      if (otherRow === row || otherColumn === column) continue;
      const corner = otherRow * width + otherColumn;
      sets.push([row * width + otherColumn, otherRow * width + column, corner]);
    }
  }
  const added = sets.map((set) => set.filter((one) => !hidden.has(one))).filter((set) => set.length > 0);
  const cost = (set: readonly number[]) => set.reduce((sum, one) => sum + costOf(table, one), 0);
  return added
    .map((set) => ({ set, cost: cost(set) }))
    .sort((a, b) => a.set.length - b.set.length || a.cost - b.cost)
    .map(({ set }) => set);
}

/** Narrow cells once `more` is hidden too. Hiding more only widens ranges, so cells wide before need no second look. */
function narrowAfter(
  search: Search,
  hidden: ReadonlySet<number>,
  narrow: readonly number[],
  more: readonly number[],
  fewerThan: number,
): number[] {
  const together = new Set([...hidden, ...more]);
  const left: number[] = [];
  for (const cell of [...narrow, ...more]) {
    if (widthOf(search, together, cell) < search.enough) left.push(cell);
    if (left.length >= fewerThan) break;
  }
  return left;
}

/** Hides the candidate that leaves the fewest narrow cells, the cheapest of these; returns the cells still narrow. */
function hideMore(search: Search, hidden: Set<number>, narrow: readonly number[]): number[] {
  const widths = narrow.map((cell) => ({ cell, width: widthOf(search, hidden, cell) }));
  const worst = widths.reduce((a, b) => (b.width < a.width ? b : a)).cell;
  let best: { set: readonly number[]; left: number[] } | null = null;
  for (const set of candidates(search.table, hidden, worst)) {
    const bound = best?.left.length ?? Number.POSITIVE_INFINITY;
    const left = narrowAfter(search, hidden, narrow, set, bound);
    if (left.length < bound) best = { set, left };
    if (left.length === 0) break;
  }
  for (const cell of best?.set ?? []) hidden.add(cell);
  return best?.left ?? [];
}

/** Gives added cells back, dearest first, where every hidden cell stays wide without them. */
function giveBack(search: Search, hidden: Set<number>, primary: ReadonlySet<number>): void {
  const { table, enough } = search;
  const added = [...hidden].filter((cell) => !primary.has(cell));
  for (const cell of added.sort((a, b) => costOf(table, b) - costOf(table, a))) {
    hidden.delete(cell);
    if ([...hidden].some((one) => widthOf(search, hidden, one) < enough)) hidden.add(cell);
  }
}

export interface Suppression {
  /** Rows and columns as given, totals last; true = hidden. Primary and added cells must look the same. */
  hidden: boolean[][];
  /** The same with the counts that may be shown; null = hidden. */
  shown: (number | null)[][];
}

/**
 * Which counts of a table to hide so that no count of 1…threshold − 1 can be narrowed to fewer than `threshold` values
 * from the rest and the totals (statistics.md §9; Washington State DOH 2018). Hide the rate, interval, bar and map
 * colour with the count. One table is one decision: store it with the publication. Tables that share a margin are one
 * wider table.
 * @throws RangeError above 12 × 12, without cells, for counts that are not whole or negative, and below threshold 2.
 */
export function suppress(counts: readonly (readonly number[])[], threshold = PUBLIC_THRESHOLD): Suppression {
  const table = withMargins(counts);
  if (table.rows > MOST_SIDE || table.columns > MOST_SIDE) {
    throw new RangeError(`too large a table to protect: ${table.rows} × ${table.columns}`);
  }
  if (!Number.isInteger(threshold) || threshold < 2) throw new RangeError(`not a threshold: ${threshold}`);
  const search: Search = { table, enough: threshold - 1 };
  const primary = new Set(
    [...table.values.keys()].filter((cell) => isSmall(table.values[cell] ?? 0, threshold)),
  );
  const hidden = new Set(primary);
  let narrow = [...hidden].filter((cell) => widthOf(search, hidden, cell) < search.enough);
  while (narrow.length > 0) narrow = hideMore(search, hidden, narrow);
  giveBack(search, hidden, primary);
  const grid = <T>(of: (cell: number) => T) =>
    Array.from({ length: table.rows + 1 }, (_, row) =>
      Array.from({ length: table.columns + 1 }, (_, column) => of(row * (table.columns + 1) + column)),
    );
  return {
    hidden: grid((cell) => hidden.has(cell)),
    shown: grid((cell) => (hidden.has(cell) ? null : (table.values[cell] ?? 0))),
  };
}
