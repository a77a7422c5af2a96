import type { Locale } from "@/lib/i18n/routing";
import {
  type Cell,
  type CellReason,
  type Parsed,
  readDateCell,
  readKipCell,
  readTextCell,
  readWordCell,
} from "@/lib/plans/spreadsheet-cells";
import { type SheetRow, sheetLimits } from "@/lib/plans/spreadsheet-import";
import { levelWords } from "@/lib/plans/spreadsheet-words";
import { readNamedCell } from "@/lib/record-sheet";
import type { PlanLine } from "./plan-queries";
import { columnOf, type PlanColumn, planColumns, toldColumns } from "./plan-sheet-columns";
import { inItsYear, plannedModules, planYear, type RolloutItem, RolloutItemFields } from "./schema";

// Both languages are read from one file at once, so these words stand here and not in the messages of one language.
const fundingWords = {
  own: { lo: "ງົບຕົນເອງ", en: "Own budget" },
  partner: { lo: "ຄູ່ຮ່ວມພັດທະນາ", en: "Partner" },
} as const;
const moduleWords = Object.fromEntries(plannedModules.map((one) => [one, { lo: one, en: one }])) as Record<
  RolloutItem["module"],
  { lo: string; en: string }
>;

export type SheetPlace = Readonly<{ id: string; code: string | null; village: boolean }>;
export type SheetInstitution = Readonly<{ id: string; nameLo: string; nameEn: string }>;
export type SheetContext = Readonly<{
  /** Districts and villages of the province, by code and id. */
  places: readonly SheetPlace[];
  institutions: readonly SheetInstitution[];
  lines: ReadonlyMap<string, Readonly<{ placeId: string }>>;
}>;

export type LineError = Readonly<{
  row: number;
  column: PlanColumn;
  heading: string;
  value: string;
  reason: CellReason;
}>;
export type LineChange = Readonly<{ row: number; id: string | null; placeId: string; fields: RolloutItem }>;
export type ReadPlan =
  | Readonly<{ refused: "no_heading" | "duplicate_heading" | "too_many_rows" }>
  | Readonly<{ refused?: never; changes: LineChange[]; errors: LineError[]; unknownHeadings: string[] }>;

const dayCell = (iso: string | null) => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** Heading row and one row a line; the columns are those that `readPlan` takes. */
export function planToRows(
  lines: readonly PlanLine[],
  institutions: readonly SheetInstitution[],
  locale: Locale,
): Cell[][] {
  const name = (lo: string | null, en: string | null) => (locale === "en" && en ? en : lo);
  const rows = lines.map((line) => {
    const funder = institutions.find(({ id }) => id === line.funderId);
    const cells: Record<PlanColumn, Cell> = {
      code: line.id,
      place: line.villageCode ?? line.districtCode,
      district: name(line.districtLo, line.districtEn),
      village: name(line.villageLo, line.villageEn),
      year: line.year,
      module: line.module,
      level: levelWords[line.level][locale],
      plannedDate: dayCell(line.plannedDate),
      funding: line.funding ? fundingWords[line.funding][locale] : null,
      funder: funder ? name(funder.nameLo, funder.nameEn) : null,
      costKip: line.costKip,
      facilitators: line.facilitators?.join("\n") || null,
      note: line.note,
      held: dayCell(line.heldOn),
      spent: line.spentKip,
    };
    return planColumns.map(({ key }) => cells[key]);
  });
  return [planColumns.map((column) => column[locale]), ...rows];
}

type Reader = Readonly<{ column: PlanColumn; index: number; heading: string }>;

/** Lines from the rows of a sheet. A row with a wrong cell is left out and every wrong cell is named; the others can be taken. */
export function readPlan(rows: readonly SheetRow[], context: SheetContext): ReadPlan {
  const head = rows
    .slice(0, sheetLimits.headingWithin)
    .findIndex(({ cells }) => cells.some((cell) => columnOf(String(cell ?? "")) === "place"));
  if (head < 0) return { refused: "no_heading" };
  const headings = (rows[head]?.cells ?? []).map((cell) => String(cell ?? "").trim());
  const readers = headings.flatMap((heading, index): Reader[] => {
    const found = columnOf(heading);
    return found ? [{ column: found, index, heading }] : [];
  });
  if (new Set(readers.map((reader) => reader.column)).size < readers.length)
    return { refused: "duplicate_heading" };
  const body = rows
    .slice(head + 1)
    .filter(({ cells }) => readers.some((one) => !toldColumns.includes(one.column) && cells[one.index]));
  if (body.length > sheetLimits.rows) return { refused: "too_many_rows" };
  const seen = new Set<string>();
  const read = body.map((row) => readLine(row, readers, { context, seen }));
  return {
    changes: read.flatMap(({ change }) => change ?? []),
    errors: read.flatMap(({ errors }) => errors),
    unknownHeadings: headings.filter((heading) => heading !== "" && columnOf(heading) === null),
  };
}

type Given = Readonly<{ context: SheetContext; seen: Set<string> }>;

function readLine({ row, cells }: SheetRow, readers: readonly Reader[], given: Given) {
  const errors: LineError[] = [];
  const fail = (column: PlanColumn, reason: CellReason) => {
    const reader = readers.find((one) => one.column === column);
    const cell = reader ? cells[reader.index] : null;
    const value = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");
    errors.push({ row, column, heading: reader?.heading ?? column, value: value.slice(0, 80), reason });
  };
  const values: Partial<Record<PlanColumn, unknown>> = {};
  for (const { column, index } of readers) {
    if (toldColumns.includes(column)) continue;
    const { value, reason } = parse(column, cells[index] ?? null, given);
    if (reason) fail(column, reason);
    else values[column] = value;
  }
  const failed = new Set(errors.map(({ column }) => column));
  for (const column of ["place", "year", "module", "level", "plannedDate"] as const)
    if (values[column] == null && !failed.has(column)) fail(column, "required");
  const place = values.place as SheetPlace | undefined;
  if (place && values.level && place.village !== (values.level === "village")) fail("place", "place_level");
  const known = values.code ? given.context.lines.get(String(values.code)) : undefined;
  if (known && place && known.placeId !== place.id) fail("place", "unknown_place");
  const said = { year: Number(values.year), plannedDate: String(values.plannedDate) };
  if (values.year && values.plannedDate && !inItsYear(said)) fail("plannedDate", "not_in_year");
  if (errors.length > 0 || !place) return { change: null, errors };
  const { code, place: _place, funder, ...rest } = values;
  const fields = RolloutItemFields.parse({ ...rest, funderId: funder ?? null });
  return { change: { row, id: (code as string | null) ?? null, placeId: place.id, fields }, errors };
}

function parse(column: PlanColumn, cell: Cell, { context, seen }: Given): Parsed<unknown> {
  switch (column) {
    case "code":
      return readCode(cell, context, seen);
    case "place":
      return readPlace(cell, context);
    case "year":
      return readYear(cell);
    case "module":
      return readWordCell(cell, moduleWords);
    case "level":
      return readWordCell(cell, levelWords);
    case "plannedDate":
      return readDateCell(cell);
    case "funding":
      return readWordCell(cell, fundingWords);
    case "funder":
      return readNamedCell(context.institutions, "unknown_institution")(String(cell ?? ""));
    case "costKip":
      return readKipCell(cell);
    case "facilitators":
      return { value: namesIn(String(cell ?? "")) };
    default:
      return readTextCell(cell, 8000);
  }
}

/** Names one below the other or between semicolons. */
export const namesIn = (text: string): string[] | null => {
  const names = text.split(/[\n;]/).flatMap((name) => name.trim().slice(0, 500) || []);
  return names.length > 0 ? names.slice(0, 50) : null;
};

function readCode(cell: Cell, { lines }: SheetContext, seen: Set<string>): Parsed<string> {
  const code = String(cell ?? "").trim();
  if (code === "") return { value: null };
  if (!lines.has(code)) return { reason: "unknown_code" };
  if (seen.has(code)) return { reason: "duplicate_code" };
  seen.add(code);
  return { value: code };
}

function readPlace(cell: Cell, { places }: SheetContext): Parsed<SheetPlace> {
  const code = String(cell ?? "").trim();
  if (code === "") return { value: null };
  const found = places.find((place) => place.code?.toLowerCase() === code.toLowerCase());
  return found ? { value: found } : { reason: "unknown_place" };
}

function readYear(cell: Cell): Parsed<number> {
  if (cell === null || cell === "") return { value: null };
  const year = planYear.safeParse(Number(cell));
  return year.success ? { value: year.data } : { reason: "out_of_range" };
}
