/*
 * What somebody who sees only the published counts can conclude, found in two ways that share nothing with the flow
 * computation: by trying every table there is, and by exhibiting tables that look the same from outside.
 */

/** Counts with totals last, as published; null = hidden. */
export type Published = readonly (readonly (number | null)[])[];

function fits(published: Published, row: number, column: number, value: number): boolean {
  const seen = published[row]?.[column];
  return seen === null || seen === value;
}

/** Every table with a grand total up to `most` that looks like the published one, until `stop` says enough. */
function* tables(published: Published, most: number): Generator<number[][]> {
  const rows = published.length - 1;
  const columns = (published[0]?.length ?? 1) - 1;
  const table = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  const put = (row: number, column: number, value: number) => {
    const line = table[row];
    if (line) line[column] = value;
  };
  function* fill(cell: number, left: number): Generator<number[][]> {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    if (row === rows) {
      for (let one = 0; one < columns; one += 1) {
        const total = table.slice(0, rows).reduce((sum, line) => sum + (line[one] ?? 0), 0);
        if (!fits(published, rows, one, total)) return;
        put(rows, one, total);
      }
      if (!fits(published, rows, columns, most - left)) return;
      put(rows, columns, most - left);
      yield table;
      return;
    }
    for (let value = 0; value <= left; value += 1) {
      if (!fits(published, row, column, value)) continue;
      put(row, column, value);
      if (column === columns - 1) {
        const total = Array.from({ length: columns }, (_, one) => at(row, one)).reduce(
          (sum, one) => sum + one,
          0,
        );
        if (!fits(published, row, columns, total)) continue;
        put(row, columns, total);
      }
      yield* fill(cell + 1, left - value);
    }
  }
  yield* fill(0, most);
}

function hiddenCells(published: Published): [number, number][] {
  return published.flatMap((line, row) =>
    line.flatMap((seen, column): [number, number][] => (seen === null ? [[row, column]] : [])),
  );
}

/** All values each hidden cell could have, "row,column" → values; the search ends when each has `enough`. */
export function valuesByTrying(published: Published, most: number, enough = Number.POSITIVE_INFINITY) {
  const cells = hiddenCells(published);
  const values = new Map(cells.map(([row, column]) => [`${row},${column}`, new Set<number>()]));
  if (cells.length === 0) return values;
  for (const table of tables(published, most)) {
    for (const [row, column] of cells) values.get(`${row},${column}`)?.add(table[row]?.[column] ?? 0);
    if ([...values.values()].every((set) => set.size >= enough)) break;
  }
  return values;
}

type Grid = number[][];

/** Margins count against their row and column, cells and the grand total for them. */
function signOf(table: Grid, row: number, column: number): number {
  return (row === table.length - 1) !== (column === (table[0]?.length ?? 0) - 1) ? -1 : 1;
}

/**
 * Changes one hidden cell by ±1 and others along rook moves that turn in hidden cells only, so that every row and
 * column still adds up. False when there is no such way.
 */
function step(table: Grid, published: Published, start: [number, number], by: 1 | -1): boolean {
  const hidden = hiddenCells(published);
  const direction = by * signOf(table, ...start);
  const allowed = (row: number, column: number, signed: number) =>
    signed * signOf(table, row, column) > 0 || (table[row]?.[column] ?? 0) > 0;
  if (!allowed(...start, direction)) return false;
  const came = new Map<string, { cell: [number, number]; from: string | null; signed: number }>();
  const queue: string[] = [];
  const visit = (cell: [number, number], from: string | null, signed: number) => {
    const key = `${cell},${signed}`;
    const again = from !== null && cell[0] === start[0] && cell[1] === start[1];
    if (again || came.has(key) || !allowed(...cell, signed)) return;
    came.set(key, { cell, from, signed });
    queue.push(key);
  };
  visit(start, null, direction);
  for (const key of queue) {
    const here = came.get(key);
    if (!here) continue;
    const alongRow = here.signed === direction;
    if (!alongRow && here.cell[1] === start[1]) {
      for (let at: string | null = key; at !== null; ) {
        const part = came.get(at);
        const line = table[part?.cell[0] ?? -1];
        if (!part || !line) throw new Error("lost the way back");
        const column = part.cell[1];
        line[column] = (line[column] ?? 0) + part.signed * signOf(table, part.cell[0], column);
        at = part.from;
      }
      return true;
    }
    for (const next of hidden) {
      const straight = alongRow ? next[0] === here.cell[0] : next[1] === here.cell[1];
      const itself = next[0] === here.cell[0] && next[1] === here.cell[1];
      if (straight && !itself) visit(next, key, -here.signed);
    }
  }
  return false;
}

/** Throws unless a table adds up, has no negative count and looks like the published one. */
function mustLookAlike(table: Grid, published: Published): void {
  const columns = (table[0]?.length ?? 0) - 1;
  const rows = table.length - 1;
  table.forEach((line, row) => {
    const total = line.slice(0, columns).reduce((sum, count) => sum + count, 0);
    if (total !== line[columns]) throw new Error(`row ${row} does not add up`);
    line.forEach((count, column) => {
      const above = table.slice(0, rows).reduce((sum, one) => sum + (one[column] ?? 0), 0);
      if (above !== table[rows]?.[column]) throw new Error(`column ${column} does not add up`);
      if (count < 0 || !fits(published, row, column, count))
        throw new Error(`another cell ${row}, ${column}`);
    });
  });
}

/** Different values of one hidden cell for which a table that looks alike was exhibited, at most `enough`. */
export function valuesByExample(truth: Grid, published: Published, cell: [number, number], enough: number) {
  const values = new Set<number>();
  for (const by of [1, -1] as const) {
    const table = truth.map((line) => [...line]);
    do {
      mustLookAlike(table, published);
      values.add(table[cell[0]]?.[cell[1]] ?? 0);
    } while (values.size < enough && step(table, published, cell, by));
  }
  return values;
}

/** Hidden cells an outsider could narrow to fewer than `enough` values, as far as examples go. */
export function narrowedCells(truth: Grid, published: Published, enough: number): string[] {
  return hiddenCells(published)
    .filter((cell) => valuesByExample(truth, published, cell, enough).size < enough)
    .map((cell) => cell.join());
}
