/*
 * What an outsider can derive about a hidden cell of a table with margins (statistics.md §9; Hundepool et al. 2012).
 * The table is a circulation: rows, columns and two ends are nodes, every cell and margin is an arc, and hidden values
 * can change only round cycles of hidden arcs.
 */

/** Counts with their margins, row by row: `rows + 1` times `columns + 1` values, totals last. */
export interface CountTable {
  rows: number;
  columns: number;
  values: readonly number[];
}

/**
 * Adds the margins.
 * @throws RangeError without cells, with rows of different length, and unless all counts are whole and ≥ 0.
 */
export function withMargins(counts: readonly (readonly number[])[]): CountTable {
  const columns = counts[0]?.length ?? 0;
  if (columns === 0 || counts.some((row) => row.length !== columns)) throw new RangeError("not a table");
  const wrong = counts.flat().find((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong !== undefined) throw new RangeError(`not a count: ${wrong}`);
  const totalled = (row: readonly number[]) => [...row, row.reduce((sum, count) => sum + count, 0)];
  const totals = Array.from({ length: columns }, (_, at) =>
    counts.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  return { rows: counts.length, columns, values: [...counts, totals].flatMap(totalled) };
}

/** Row and column of a position in `values`; the last of each is the margin. */
export function placeOf({ columns }: CountTable, cell: number): { row: number; column: number } {
  return { row: Math.floor(cell / (columns + 1)), column: cell % (columns + 1) };
}

/** Rows are nodes 0…rows, columns follow; the last row node closes the column totals, the last column the row totals. */
function arcOf(table: CountTable, cell: number): { from: number; to: number } {
  const { row, column } = placeOf(table, cell);
  const ends = { from: row, to: table.rows + 1 + column };
  const margin = (row === table.rows) !== (column === table.columns);
  return margin ? { from: ends.to, to: ends.from } : ends;
}

/** How far each arc can still be pushed, in either direction. */
class Residual {
  private readonly capacity: Float64Array;
  private readonly neighbours: number[][];
  private readonly nodes: number;

  constructor(table: CountTable, hidden: ReadonlySet<number>, except: number) {
    this.nodes = table.rows + table.columns + 2;
    this.capacity = new Float64Array(this.nodes * this.nodes);
    this.neighbours = Array.from({ length: this.nodes }, () => []);
    for (const cell of hidden) {
      if (cell === except) continue;
      const { from, to } = arcOf(table, cell);
      this.capacity[from * this.nodes + to] = Number.POSITIVE_INFINITY;
      this.capacity[to * this.nodes + from] = table.values[cell] ?? 0;
      this.neighbours[from]?.push(to);
      this.neighbours[to]?.push(from);
    }
  }

  private left(from: number, to: number): number {
    return this.capacity[from * this.nodes + to] ?? 0;
  }

  /** Shortest way that still has room, as the node before each node; null when there is none. */
  private way(from: number, to: number): Int32Array | null {
    const before = new Int32Array(this.nodes).fill(-1);
    before[from] = from;
    const queue = [from];
    for (const node of queue) {
      for (const next of this.neighbours[node] ?? []) {
        if (before[next] !== -1 || this.left(node, next) === 0) continue;
        before[next] = node;
        if (next === to) return before;
        queue.push(next);
      }
    }
    return null;
  }

  /** Largest flow from one node to another, not looked for beyond `enough` (Edmonds & Karp 1972). */
  flow(from: number, to: number, enough: number): number {
    let total = 0;
    while (total < enough) {
      const before = this.way(from, to);
      if (!before) return total;
      const steps: [number, number][] = [];
      for (let node = to; node !== from; node = before[node] ?? from)
        steps.push([before[node] ?? from, node]);
      const room = Math.min(enough - total, ...steps.map(([a, b]) => this.left(a, b)));
      if (room === Number.POSITIVE_INFINITY) return room;
      for (const [a, b] of steps) {
        this.capacity[a * this.nodes + b] = this.left(a, b) - room;
        this.capacity[b * this.nodes + a] = this.left(b, a) + room;
      }
      total += room;
    }
    return total;
  }
}

export interface DerivableRange {
  /** The value may be this much smaller … */
  fall: number;
  /** … or this much larger than it is; infinite when nothing published bounds it. */
  rise: number;
}

/**
 * How far a hidden cell could lie from its value, given everything that is not hidden and that counts are whole and
 * ≥ 0. Exact when `enough` is infinite; otherwise the search ends as soon as fall + rise reaches `enough`.
 */
export function derivableRange(
  table: CountTable,
  hidden: ReadonlySet<number>,
  cell: number,
  enough = Number.POSITIVE_INFINITY,
): DerivableRange {
  const { from, to } = arcOf(table, cell);
  const value = table.values[cell] ?? 0;
  const fall = new Residual(table, hidden, cell).flow(from, to, Math.min(value, enough));
  if (fall >= enough) return { fall, rise: 0 };
  return { fall, rise: new Residual(table, hidden, cell).flow(to, from, enough - fall) };
}
