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
  reason: CellReason | "unknown_place" | "contradiction";
}>;
type Readers<K extends string> = Readonly<Record<K, (cell: string) => Parsed<unknown> | PlaceFault>>;
type PlaceFault = { reason: "unknown_place"; value?: never };
type ReadRow<K extends string> = Readonly<{ row: number; cells: Readonly<Partial<Record<K, unknown>>> }>;

/** Rows with every cell read, and every cell that could not be; columns in any order, headings in either language. */
export function readRecordSheet<K extends string>(
  table: Table,
  columns: readonly SheetColumn<K>[],
  readers: Readers<K>,
): { rows: ReadRow<K>[]; faults: SheetFault<K>[]; missing: K[] } {
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
  return { rows, faults, missing };
}

function readRow<K extends string>(
  { rowNo, cells }: TableRow,
  headings: ReadonlyMap<K, string>,
  readers: Readers<K>,
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

type Place = Readonly<{ id: string; code: string | null; nameLo: string; nameEn: string }>;

/** A place by its code or its name in either language; empty is the nation. */
export const readPlaceCell =
  (places: readonly Place[]) =>
  (cell: string): Parsed<string> | PlaceFault => {
    const key = foldLao(cell);
    if (key === "") return { value: null };
    const found = places.find(({ code, nameLo, nameEn }) =>
      [code ?? "", nameLo, nameEn].some((one) => one !== "" && foldLao(one) === key),
    );
    return found ? { value: found.id } : { reason: "unknown_place" };
  };
