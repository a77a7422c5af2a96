import { foldLao, latinDigits } from "@/lib/i18n/lao";
import type { Action, ActionStatus } from "./schema";
import type { SheetProblem } from "./spreadsheet";
import {
  type Cell,
  type CellReason,
  type Parsed,
  readDateCell,
  readKipCell,
  readTextCell,
  readWordCell,
} from "./spreadsheet-cells";
import { columnOf, type PlanColumn, toldColumns } from "./spreadsheet-columns";
import { fundSourceWords, levelWords, officeWords, statusWords } from "./spreadsheet-words";

/** A row with its number as the spreadsheet shows it, so that an error can be found again. */
export interface SheetRow {
  row: number;
  cells: readonly Cell[];
}

export interface CellError {
  row: number;
  column: PlanColumn;
  /** The heading as the file writes it; the column's key when the file has no such column. */
  heading: string;
  /** The offending value as text, at most 80 characters. */
  value: string;
  reason: CellReason;
}

/** `what` and `level` are always there when their column is: a row without them is an error. */
export type SheetFields = Partial<
  Pick<
    Action,
    | "problemId"
    | "what"
    | "level"
    | "lead"
    | "leadNote"
    | "support"
    | "start"
    | "due"
    | "resources"
    | "costKip"
    | "fundSource"
    | "funder"
    | "indicator"
    | "target"
  >
>;

/** A row without errors. Fields whose column the file does not have are absent: they stay as they are. */
export interface SheetChange {
  row: number;
  /** The action it changes, null for a new one. */
  actionId: string | null;
  fields: SheetFields;
  /** Given only when the file has the column and the cell is filled: a new progress report if it differs. */
  status?: ActionStatus | undefined;
}

export type PlanImport =
  | { changes: SheetChange[]; errors: CellError[]; unknownHeadings: string[]; refused?: never }
  | {
      refused: "no_heading" | "duplicate_heading" | "too_many_rows";
      changes?: never;
      errors?: never;
      unknownHeadings?: never;
    };

export const sheetLimits = { rows: 500, headingWithin: 10 } as const;

type Reader = { column: PlanColumn; index: number; heading: string };
type Context = { problems: readonly SheetProblem[]; actionIds: ReadonlySet<string>; seen: Set<string> };
type RowResult = { change: SheetChange; errors: CellError[] };

/**
 * Actions from the rows of a sheet, headings in Lao or English, columns in any order. Rows with a wrong cell are left
 * out and every wrong cell is named; the others can be taken (partial accept).
 */
export function readPlanRows(
  rows: readonly SheetRow[],
  context: { problems: readonly SheetProblem[]; actionIds: ReadonlySet<string> },
): PlanImport {
  const head = rows
    .slice(0, sheetLimits.headingWithin)
    .findIndex(({ cells }) => cells.some((cell) => columnOf(String(cell ?? "")) === "what"));
  if (head < 0) return { refused: "no_heading" };
  const headings = (rows[head]?.cells ?? []).map((cell) => String(cell ?? "").trim());
  const readers = headings.flatMap((heading, index): Reader[] => {
    const column = columnOf(heading);
    return column ? [{ column, index, heading }] : [];
  });
  if (new Set(readers.map(({ column }) => column)).size < readers.length)
    return { refused: "duplicate_heading" };
  const body = rows
    .slice(head + 1)
    .filter(({ cells }) =>
      readers.some(({ column, index }) => !toldColumns.includes(column) && !isEmpty(cells[index])),
    );
  if (body.length > sheetLimits.rows) return { refused: "too_many_rows" };
  const seen = new Set<string>();
  const results = body.map((row) => readRow(row, readers, { ...context, seen }));
  return {
    changes: results.filter(({ errors }) => errors.length === 0).map(({ change }) => change),
    errors: results.flatMap(({ errors }) => errors),
    unknownHeadings: headings.filter((heading) => heading !== "" && columnOf(heading) === null),
  };
}

const isEmpty = (cell: Cell | undefined) => cell === null || cell === undefined || cell === "";

function readRow({ row, cells }: SheetRow, readers: readonly Reader[], context: Context): RowResult {
  const errors: CellError[] = [];
  const change: SheetChange = { row, actionId: null, fields: {} };
  const fail = (column: PlanColumn, reason: CellReason) => {
    const reader = readers.find((one) => one.column === column);
    const cell = reader ? cells[reader.index] : null;
    const value =
      cell instanceof Date && !Number.isNaN(cell.getTime())
        ? cell.toISOString().slice(0, 10)
        : String(cell ?? "");
    errors.push({ row, column, heading: reader?.heading ?? column, value: value.slice(0, 80), reason });
  };
  for (const { column, index } of readers) {
    const reason = readInto(change, { column, cell: cells[index] ?? null, context });
    if (reason) fail(column, reason);
  }
  const failed = new Set(errors.map(({ column }) => column));
  const { fields, actionId } = change;
  if (!fields.what && !failed.has("what")) fail("what", "required");
  const levelNeeded = actionId === null || readers.some(({ column }) => column === "level");
  if (levelNeeded && !fields.level && !failed.has("level")) fail("level", "required");
  if (fields.start && fields.due && fields.due < fields.start) fail("due", "before_start");
  return { change, errors };
}

/** Read one cell into the change; the reason when it cannot be. */
function readInto(
  change: SheetChange,
  input: { column: PlanColumn; cell: Cell; context: Context },
): CellReason | undefined {
  const { column, cell } = input;
  if (toldColumns.includes(column)) return undefined;
  if (typeof cell === "string" && FORMULA_ERROR.test(cell)) return "formula_error";
  const { reason, value = null } = parseCell(input);
  if (reason) return reason;
  if (column === "code") change.actionId = value as string | null;
  else if (column === "status") change.status = (value as ActionStatus | null) ?? undefined;
  else Object.assign(change.fields, { [column === "problem" ? "problemId" : column]: value });
  return undefined;
}

const FORMULA_ERROR = /^#(REF|DIV\/0|VALUE|NAME\?|N\/A|NUM|NULL)!?$/;
const LIMITS: Partial<Record<PlanColumn, number>> = { resources: 8000 };
const LINE_LIMIT = 500;

function parseCell({
  column,
  cell,
  context,
}: {
  column: PlanColumn;
  cell: Cell;
  context: Context;
}): Parsed<unknown> {
  switch (column) {
    case "code":
      return readCode(cell, context);
    case "problem":
      return readProblem(cell, context.problems);
    case "level":
      return readWordCell(cell, levelWords);
    case "lead":
      return readWordCell(cell, officeWords);
    case "fundSource":
      return readWordCell(cell, fundSourceWords);
    case "status":
      return readWordCell(cell, statusWords);
    case "start":
    case "due":
      return readDateCell(cell);
    case "costKip":
      return readKipCell(cell);
    case "support":
      return readLines(cell);
    default:
      return readTextCell(cell, LIMITS[column] ?? LINE_LIMIT);
  }
}

/** Names one below the other or between semicolons. */
function readLines(cell: Cell): Parsed<string[]> {
  const text = readTextCell(cell, 25_000);
  if (text.reason) return { reason: text.reason };
  const lines = (text.value ?? "").split(/[\n;]/).flatMap((line) => line.trim() || []);
  if (lines.length > 50 || lines.some((line) => line.length > LINE_LIMIT)) return { reason: "too_long" };
  return { value: lines.length > 0 ? lines : null };
}

function readCode(cell: Cell, { actionIds, seen }: Context): Parsed<string> {
  const code = String(cell ?? "")
    .trim()
    .toLowerCase();
  if (code === "") return { value: null };
  if (!actionIds.has(code)) return { reason: "unknown_code" };
  if (seen.has(code)) return { reason: "duplicate_code" };
  seen.add(code);
  return { value: code };
}

/** "3", "3. The road is cut" or the text alone. The text wins over the number when both are there and disagree. */
function readProblem(cell: Cell, problems: readonly SheetProblem[]): Parsed<string> {
  const text = latinDigits(String(cell ?? "").trim());
  if (text === "") return { value: null };
  const [, digits, statement] = /^(?:(\d{1,3})(?:[.)]|$)\s*)?([\s\S]*)$/.exec(text) ?? [];
  const byText = (wanted: string | undefined) =>
    problems.find((one) => wanted && foldLao(one.statement) === foldLao(wanted));
  const found =
    byText(text) ??
    byText(statement) ??
    (statement ? undefined : problems.find(({ number }) => number === Number(digits)));
  return found ? { value: found.id } : { reason: "unknown_problem" };
}
