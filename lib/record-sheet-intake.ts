import type { z } from "zod";
import { sameValue } from "@/lib/changes/canonical";
import { id as uuid } from "@/lib/changes/fields";
import type { Fields } from "@/lib/changes/merge";
import type { Table } from "@/lib/places/import/table";
import type { CellReason } from "@/lib/plans/spreadsheet-cells";
import { readRecordSheet, type SheetColumn, type SheetFault, type SheetReaders } from "./record-sheet";

/** A record that stands, with what a row without a code must say to mean it. */
export type StandingRecord = Readonly<{
  id: string;
  key: string;
  fields: Fields;
  versions: Readonly<Record<string, string>>;
}>;
/** A row that says something new: of a record that stands, or of one to be made. */
export type Intake = Readonly<{
  row: number;
  id: string | null;
  fields: Fields;
  versions: Readonly<Record<string, string>>;
}>;

type RowError = Readonly<{ row: number; column: string; heading: string; value: string; reason: CellReason }>;
export type SheetAnswer =
  | Readonly<{ refused: "no_heading" | "duplicate_heading" | "too_many_rows" }>
  | Readonly<{
      refused?: never;
      changed: number;
      added: number;
      reports: 0;
      errors: readonly RowError[];
      unknownHeadings: readonly string[];
      /** Records written; 0 in a dry run. */
      taken: number;
    }>;

export type RecordSheet<K extends string> = Readonly<{
  columns: readonly SheetColumn<K>[];
  readers: SheetReaders<K>;
  /** Read by people only. */
  told: readonly K[];
  /** Of the record, and which column says a field when it is not the one of its name. */
  schema: z.ZodObject;
  columnOf: (field: string) => K;
  fieldsOf: (cells: Readonly<Partial<Record<K, unknown>>>) => Fields;
  wrongIn: (fields: Fields) => Readonly<{ column: K; reason: CellReason }> | null;
  keyOf: (fields: Fields) => string;
}>;

/** How a record's code is read: every sheet has it in its first column, and it stands in a file once. */
export function readCodeCell(standing: readonly Pick<StandingRecord, "id">[]) {
  const seen = new Set<string>();
  const known = new Set(standing.map(({ id }) => id));
  return (cell: string) => {
    if (cell === "") return { value: null };
    if (!uuid.safeParse(cell).success || !known.has(cell)) return { reason: "unknown_code" } as const;
    if (seen.has(cell)) return { reason: "duplicate_code" } as const;
    seen.add(cell);
    return { value: cell };
  };
}

/**
 * Rows that differ from what stands, and every cell that cannot be taken. A row without a code means the record of the same
 * key that no other row means, so that a file read twice adds nothing; a column the file lacks leaves its field as it is.
 */
export function readIntake<K extends string>(
  table: Table,
  sheet: RecordSheet<K | "code">,
  standing: readonly StandingRecord[],
): { intake: Intake[]; errors: RowError[]; unknownHeadings: string[]; refused?: "no_heading" } {
  const { columns, readers, told } = sheet;
  const { rows, faults, headings } = readRecordSheet(table, columns, readers);
  const known = new Set(headings.values());
  const unknownHeadings = table.header.filter((heading) => heading !== "" && !known.has(heading));
  if (known.size < 2) return { intake: [], errors: [], unknownHeadings, refused: "no_heading" };
  const problems: SheetFault<K | "code">[] = faults.filter(({ column }) => !told.includes(column));
  const codes = new Set(rows.map(({ cells }) => cells.code));
  const free = Map.groupBy(
    standing.filter(({ id }) => !codes.has(id)),
    ({ key }) => key,
  );
  const intake = rows.flatMap(({ row, cells }): Intake[] => {
    const given = sheet.fieldsOf(cells);
    const code = cells.code as string | null | undefined;
    const record = code ? standing.find(({ id }) => id === code) : free.get(sheet.keyOf(given))?.shift();
    const present = Object.entries(given).filter(([name]) => headings.has(sheet.columnOf(name)));
    const fields = { ...given, ...record?.fields, ...Object.fromEntries(present) };
    const wrong = new Set(problems.filter((one) => one.row === row).map(({ column }) => column));
    for (const { column, reason } of faultsOf(fields, sheet))
      if (!wrong.has(column)) {
        wrong.add(column);
        problems.push({ row, column, value: String(cells[column] ?? ""), reason });
      }
    if (wrong.size > 0) return [];
    if (record && Object.keys(fields).every((name) => sameValue(record.fields[name], fields[name])))
      return [];
    return [{ row, id: record?.id ?? null, fields, versions: record?.versions ?? {} }];
  });
  const errors = problems
    .sort((a, b) => a.row - b.row)
    .map((one) => ({ ...one, heading: headings.get(one.column) ?? nameOf(columns, one.column) }));
  return { intake, errors, unknownHeadings };
}

const nameOf = <K extends string>(columns: readonly SheetColumn<K>[], column: K) =>
  columns.find(({ key }) => key === column)?.en ?? column;

function faultsOf<K extends string>(fields: Fields, sheet: RecordSheet<K>) {
  const parsed = sheet.schema.safeParse(fields);
  const issues = parsed.success ? [] : parsed.error.issues;
  const own = sheet.wrongIn(fields);
  return [
    ...issues.map(({ path }) => {
      const field = String(path[0]);
      const reason: CellReason = fields[field] == null ? "required" : "out_of_range";
      return { column: sheet.columnOf(field), reason };
    }),
    ...(own ? [own] : []),
  ];
}

type Read = ReturnType<typeof readIntake>;

export const sheetAnswer = (
  { intake, errors, unknownHeadings, refused }: Read,
  confirm: boolean,
): SheetAnswer =>
  refused
    ? { refused }
    : {
        changed: intake.filter(({ id }) => id).length,
        added: intake.filter(({ id }) => !id).length,
        reports: 0,
        errors,
        unknownHeadings,
        taken: confirm ? intake.length : 0,
      };
