import type { Locale } from "@/lib/i18n/routing";
import type { Table } from "@/lib/places/import/table";
import { readDateCell, readWordCell } from "@/lib/plans/spreadsheet-cells";
import {
  readLineCell,
  readNumberCell,
  readPlaceCell,
  readRecordSheet,
  readYearCell,
  type SheetFault,
} from "@/lib/record-sheet";
import { nationalIndicators } from "./indicators";
import type { Figures, Province } from "./queries";
import {
  type bases,
  NationalTargetFields,
  NationalValueFields,
  nationalCodes,
  type valueKinds,
  type verdicts,
} from "./schema";
import { type NationalColumn, nationalColumns } from "./sheet-columns";

type Words<T extends string> = Record<T, { lo: string; en: string }>;
/** Names in both languages, from the messages. */
export type SheetWords = Readonly<{
  record: Words<"target" | "value">;
  indicator: Words<(typeof nationalCodes)[number]>;
  kind: Words<(typeof valueKinds)[number]>;
  basis: Words<(typeof bases)[number]>;
  verdict: Words<(typeof verdicts)[number]>;
}>;

export type SheetEntry = Readonly<{ row: number }> &
  (
    | Readonly<{ type: "nationalTarget"; fields: Record<string, unknown> }>
    | Readonly<{ type: "nationalValue"; fields: Record<string, unknown> }>
  );
export type NationalFault = SheetFault<NationalColumn>;

type Cell = string | number | null;

/** Heading row and a row for each target and value, as `readNationalSheet` takes them. */
export function nationalSheetRows(figures: Figures, words: SheetWords, locale: Locale): Cell[][] {
  const places = new Map(figures.provinces.map((one) => [one.id, one.code]));
  const place = (id: string | null) => (id === null ? null : (places.get(id) ?? id));
  const rows: Record<NationalColumn, Cell>[] = [
    ...figures.targets.map((one) => ({
      ...empty,
      record: words.record.target[locale],
      indicator: words.indicator[one.indicator][locale],
      place: place(one.provinceId),
      year: one.year,
      value: one.value,
      source: one.source,
      note: one.note,
    })),
    ...figures.values.map((one) => ({
      ...empty,
      record: words.record.value[locale],
      indicator: words.indicator[one.indicator][locale],
      place: place(one.provinceId),
      from: one.from,
      to: one.to,
      value: one.value,
      kind: words.kind[one.kind][locale],
      basis: words.basis[one.basis][locale],
      amongWhom: one.amongWhom,
      source: one.source,
      verdict: one.verdict && words.verdict[one.verdict][locale],
      note: one.note,
    })),
  ];
  return [
    nationalColumns.map((column) => column[locale]),
    ...rows.map((row) => nationalColumns.map(({ key }) => row[key])),
  ];
}

const empty = Object.fromEntries(nationalColumns.map(({ key }) => [key, null])) as Record<
  NationalColumn,
  Cell
>;

/** Every row as a target or a value, and every cell that is wrong; a file with a wrong cell is not taken at all. */
export function readNationalSheet(
  table: Table,
  { words, provinces }: { words: SheetWords; provinces: readonly Province[] },
): { entries: SheetEntry[]; faults: NationalFault[]; missing: NationalColumn[] } {
  const numbers = Object.fromEntries(
    nationalIndicators.map(({ code, number }) => [
      code,
      { lo: words.indicator[code].lo, en: words.indicator[code].en, number: String(number) },
    ]),
  );
  const read = readRecordSheet(table, nationalColumns, {
    record: (cell) => readWordCell(cell, words.record),
    indicator: (cell) => {
      const byNumber = nationalCodes.find((code) => numbers[code]?.number === cell);
      return byNumber ? { value: byNumber } : readWordCell(cell, words.indicator);
    },
    place: readPlaceCell(provinces),
    year: readYearCell,
    from: readDateCell,
    to: readDateCell,
    value: readNumberCell,
    kind: (cell) => readWordCell(cell, words.kind),
    basis: (cell) => readWordCell(cell, words.basis),
    amongWhom: readLineCell,
    source: readLineCell,
    verdict: (cell) => readWordCell(cell, words.verdict),
    note: readLineCell,
  });
  const faults = [...read.faults];
  const entries = read.rows.flatMap(({ row, cells }): SheetEntry[] => {
    const entry = entryOf(row, cells);
    const wrong = new Set(faults.filter((one) => one.row === row).map(({ column }) => column));
    const needed = [...(cells.record ? [] : ["record" as const]), ...wrongIn(entry)];
    for (const column of needed.filter((one) => !wrong.has(one))) {
      const given = cells[column];
      const reason = given === null || given === undefined ? "required" : "out_of_range";
      faults.push({ row, column, value: String(given ?? ""), reason });
    }
    const { from, to } = entry.fields;
    if (typeof from === "string" && typeof to === "string" && to < from)
      faults.push({ row, column: "to", value: to, reason: "before_start" });
    return [entry];
  });
  const missing = read.missing.filter((key) => always.includes(key));
  return { entries, faults: faults.sort((a, b) => a.row - b.row), missing };
}

const always: readonly NationalColumn[] = ["record", "indicator", "value", "source"];

function entryOf(row: number, cells: Readonly<Partial<Record<NationalColumn, unknown>>>): SheetEntry {
  const type = cells.record === "value" ? "nationalValue" : "nationalTarget";
  const shape = type === "nationalValue" ? NationalValueFields.shape : NationalTargetFields.shape;
  const said = { ...cells, provinceId: cells.place ?? null };
  const fields = Object.fromEntries(
    Object.keys(shape).map((name) => [name, (said as Record<string, unknown>)[name] ?? null]),
  );
  return { row, type, fields };
}

/** Columns that this kind of record needs and the row leaves empty, or whose value nobody can mean. */
function wrongIn({ type, fields }: SheetEntry): NationalColumn[] {
  const schema = type === "nationalValue" ? NationalValueFields : NationalTargetFields;
  const parsed = schema.safeParse(fields);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path[0] as NationalColumn))];
}
