import { parse } from "csv-parse/sync";
import { cleanTyped } from "@/lib/i18n/lao";
import { tableLimits } from "./limits";

/** `rowNo` counts as the spreadsheet does: the heading is row 1. */
export type TableRow = { rowNo: number; cells: Record<string, string> };
export type Table = { header: string[]; rows: TableRow[] };

export type TableProblem =
  | "too_large"
  | "too_many_rows"
  | "too_many_columns"
  | "unreadable"
  | "empty"
  | "wrong_kind"
  | "repeated_column";
export class TableError extends Error {
  constructor(
    readonly problem: TableProblem,
    readonly value = "",
  ) {
    super(problem);
    this.name = "TableError";
  }
}

/** Reads CSV (comma, semicolon or tab, with or without BOM) or the first sheet of an XLSX, told apart by content. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.byteLength > tableLimits.bytes) throw new TableError("too_large");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tableOf(isZip ? await sheetRows(bytes) : textRows(bytes));
}

function tableOf(lines: readonly (readonly string[])[]): Table {
  const [first, ...rest] = lines;
  const header = (first ?? []).map((cell) => cleanTyped(cell));
  while (header.at(-1) === "") header.pop();
  if (header.length === 0) throw new TableError("empty");
  if (header.length > tableLimits.columns) throw new TableError("too_many_columns", String(header.length));
  const repeated = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (repeated) throw new TableError("repeated_column", repeated);
  const rows = rest.map((line, at) => ({ rowNo: at + 2, cells: cellsOf(header, line) }));
  const filled = rows.filter((row) => Object.values(row.cells).some((cell) => cell !== ""));
  if (filled.length === 0) throw new TableError("empty");
  if (filled.length > tableLimits.rows) throw new TableError("too_many_rows", String(filled.length));
  return { header, rows: filled };
}

const cellsOf = (header: readonly string[], line: readonly string[]) =>
  Object.fromEntries(header.map((name, at) => [name, cleanTyped(line[at] ?? "").slice(0, tableLimits.cell)]));

function textRows(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  const firstLine = text.slice(0, text.search(/[\r\n]|$/u));
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: firstLine.split(mark).length }));
  const delimiter = counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ",";
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, bom: true });
  } catch {
    throw new TableError("unreadable");
  }
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TableError("wrong_kind");
  }
}

async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  if (unpackedBytes(bytes) > tableLimits.unpackedBytes) throw new TableError("too_large");
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Buffer.from(bytes) as never);
  } catch {
    throw new TableError("unreadable");
  }
  const sheet = book.worksheets[0];
  if (!sheet) throw new TableError("empty");
  if (sheet.actualRowCount > tableLimits.rows + 1)
    throw new TableError("too_many_rows", String(sheet.actualRowCount));
  const lines: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, rowNo) => {
    const width = Math.min(row.cellCount, tableLimits.columns + 1);
    lines[rowNo - 1] = Array.from({ length: width }, (_, at) => cellText(row.getCell(at + 1).value));
  });
  return Array.from(lines, (line) => line ?? []);
}

/** Formulas are never run: their stored result is taken. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  const { richText, text, result } = value as {
    richText?: { text: string }[];
    text?: unknown;
    result?: unknown;
  };
  if (richText) return richText.map((part) => part.text).join("");
  return cellText(text ?? result ?? "");
}

/** Sum of the sizes a zip file says it will unpack to, so that a bomb is refused before it is opened. */
export function unpackedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= view.byteLength; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    total += view.getUint32(at + 24, true);
    at += 45;
  }
  return total;
}
