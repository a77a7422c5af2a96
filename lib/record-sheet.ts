import { foldLao } from "@/lib/i18n/lao";
import { parseNumberTyped } from "@/lib/i18n/typed-number";
import type { Table, TableRow } from "@/lib/places/import/table";
import { type CellReason, type Parsed, readTextCell } from "@/lib/plans/spreadsheet-cells";

/** What a column is called in a file; its key is understood too. */
export type SheetColumn<K extends string> = Readonly<{ key: K; lo: string; en: string }>;
export type SheetFault<K extends string> = Readonly<{
  row: number;
  column: K;
  value: string;
  reason: CellReason;
}>;
export type SheetReaders<K extends string> = Readonly<Record<K, (cell: string) => Parsed<unknown>>>;
type ReadRow<K extends string> = Readonly<{ row: number; cells: Readonly<Partial<Record<K, unknown>>> }>;

/** Rows with every cell read, and every cell that could not be; columns in any order, headings in either language. */
export function readRecordSheet<K extends string>(
  table: Table,
  columns: readonly SheetColumn<K>[],
  readers: SheetReaders<K>,
): { rows: ReadRow<K>[]; faults: SheetFault<K>[]; missing: K[]; headings: ReadonlyMap<K, string> } {
  const headings = new Map<K, string>();
  for (const heading of table.header) {
    const column = columns.find(({ key, lo, en }) =>
      [key, lo, en].some((one) => foldLao(one) === foldLao(heading)),
    );
    if (column) headings.set(column.key, heading);
  }
  const faults: SheetFault<K>[] = [];
  const rows = table.rows.map((row) => readRow(row, headings, readers, faults));
  const missing = columns.map(({ key }) => key).filter((key) => !headings.has(key));
  return { rows, faults, missing, headings };
}

function readRow<K extends string>(
  { rowNo, cells }: TableRow,
  headings: ReadonlyMap<K, string>,
  readers: SheetReaders<K>,
  faults: SheetFault<K>[],
): ReadRow<K> {
  const read: Partial<Record<K, unknown>> = {};
  for (const [key, heading] of headings) {
    const cell = cells[heading] ?? "";
    const { value, reason } = readers[key](cell);
    if (reason) faults.push({ row: rowNo, column: key, value: cell.slice(0, 80), reason });
    else read[key] = value;
  }
  return { row: rowNo, cells: read };
}

/** A number as it is typed in either language. */
export function readNumberCell(cell: string): Parsed<number> {
  if (cell === "") return { value: null };
  const value = parseNumberTyped(cell, "decimal");
  return value === null ? { reason: "not_a_number" } : { value };
}

export function readYearCell(cell: string): Parsed<number> {
  if (cell === "") return { value: null };
  const value = parseNumberTyped(cell, "decimal");
  if (value === null) return { reason: "not_a_number" };
  if (value >= 2400) return { reason: "other_era" };
  return Number.isInteger(value) && value >= 2000 && value <= 2100 ? { value } : { reason: "out_of_range" };
}

export const readLineCell = (cell: string) => readTextCell(cell, 500);

type Named = Readonly<{ id: string; code?: string | null; nameLo: string; nameEn: string }>;

/** One of a list by its code or its name in either language; empty is none of them. */
export const readNamedCell =
  (list: readonly Named[], unknown: CellReason) =>
  (cell: string): Parsed<string> => {
    const key = foldLao(cell);
    if (key === "") return { value: null };
    const found = list.find(({ code, nameLo, nameEn }) =>
      [code ?? "", nameLo, nameEn].some((one) => one !== "" && foldLao(one) === key),
    );
    return found ? { value: found.id } : { reason: unknown };
  };

/** A place; empty is the nation. */
export const readPlaceCell = (places: readonly Named[]) => readNamedCell(places, "unknown_place");
