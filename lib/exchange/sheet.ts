import { FileError, rowOf, type ValueRow } from "./value-row";

// A sheet for filling in by hand: one line per reporter and month, one column per data element. The second line holds codes,
// which say what is what in any language; what stands above and beside them is for people.
export type SheetCell = string | number | boolean | Date | null;
export type SheetElement = Readonly<{ code: string; name: string; reporters: readonly string[] }>;
export type SheetReporter = Readonly<{
  kind: "village" | "facility";
  code: string;
  name: string;
  values: Readonly<Record<string, number>>;
}>;
type Words = Readonly<{ unit: string; name: string; month: string }>;

const codes = ["unit", "name", "period"] as const;

/** What is known of the month already stands in the cells; one that a reporter does not count stays empty. */
export function sheetRows(
  reporters: readonly SheetReporter[],
  elements: readonly SheetElement[],
  { period, words }: { period: number; words: Words },
): SheetCell[][] {
  return [
    [words.unit, words.name, words.month, ...elements.map(({ name }) => name)],
    [...codes, ...elements.map(({ code }) => code)],
    ...reporters.map(({ code, name, values }) => [
      code,
      name,
      String(period),
      ...elements.map((element) => values[element.code] ?? null),
    ]),
  ];
}

export type NumberedCells = Readonly<{ row: number; cells: readonly SheetCell[] }>;

/** Every cell that was filled in, by the line it stands in. Empty cells say nothing: they take no value away. */
export function valuesOfSheet(rows: readonly NumberedCells[]): ValueRow[] {
  const at = rows.findIndex(({ cells }) => codes.every((code, column) => textIn(cells[column]) === code));
  const named = rows[at];
  if (!named) throw new FileError("column_missing", codes.join(", "));
  const elements = named.cells.map(textIn);
  return rows.slice(at + 1).flatMap(({ row, cells }) => {
    const [orgUnit, , period] = cells.map(textIn);
    return elements.flatMap((dataElement, column) => {
      const value = textIn(cells[column]);
      return column < codes.length || dataElement === "" || value === ""
        ? []
        : [rowOf(row, { dataElement, period, orgUnit, value }, {})];
    });
  });
}

/** A month that a spreadsheet program took for a date is that month. */
const textIn = (cell: SheetCell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 7).replace("-", "") : String(cell ?? "").trim();
