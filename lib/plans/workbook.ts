import "server-only";
import ExcelJS from "exceljs";
import { AppError } from "@/lib/errors";
import type { Cell } from "./spreadsheet-cells";
import type { SheetRow } from "./spreadsheet-import";
import { unpacksWithin } from "./zip-guard";

export const workbookLimits = {
  bytes: 5_000_000,
  unpacked: 60_000_000,
  files: 200,
  rows: 2_000,
  columns: 60,
} as const;

const WIDTH = { least: 12, most: 48 };

/** An .xlsx file of one sheet. The first row is the heading and stays in sight; days are real date cells. */
export async function writeWorkbook(rows: readonly (readonly Cell[])[], sheetName: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  // Excel forbids these characters in the name of a sheet, and more than 31 of any.
  const sheet = workbook.addWorksheet(sheetName.replace(/[*?:\\/[\]]/g, " ").slice(0, 31) || "1");
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  for (const cells of rows) {
    const row = sheet.addRow([...cells]);
    row.alignment = { vertical: "top", wrapText: true };
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = "d/m/yyyy";
      else if (typeof cell.value === "number")
        cell.numFmt = Number.isInteger(cell.value) ? "#,##0" : "#,##0.0";
    });
  }
  sheet.getRow(1).font = { bold: true };
  for (const [index] of (rows[0] ?? []).entries()) {
    const longest = Math.max(...rows.map((cells) => String(cells[index] ?? "").length));
    sheet.getColumn(index + 1).width = Math.min(WIDTH.most, Math.max(WIDTH.least, longest));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/**
 * The rows of the first sheet of an .xlsx file with their numbers.
 * @throws AppError `too_large` beyond the limits (packed, unpacked, rows), `invalid` for what is no .xlsx file
 */
export async function readWorkbook(file: Uint8Array): Promise<SheetRow[]> {
  if (file.byteLength > workbookLimits.bytes)
    throw new AppError("too_large", { limit: workbookLimits.bytes });
  if (!unpacksWithin(file, { limit: workbookLimits.unpacked, entries: workbookLimits.files }))
    throw new AppError("invalid", { reason: "not_xlsx" });
  const sheet = await firstSheet(file);
  if (sheet.actualRowCount > workbookLimits.rows)
    throw new AppError("too_large", { limit: workbookLimits.rows });
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const width = Math.min(row.cellCount, workbookLimits.columns);
    rows.push({
      row: number,
      cells: Array.from({ length: width }, (_, index) => plainValue(row.getCell(index + 1).value)),
    });
  });
  return rows;
}

async function firstSheet(file: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
  } catch {
    throw new AppError("invalid", { reason: "not_xlsx" });
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new AppError("invalid", { reason: "no_sheet" });
  return sheet;
}

/** What the reader of the sheet sees: the result of a formula, the text of a link or of formatted runs. */
function plainValue(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object" || value instanceof Date) return value;
  if ("error" in value) return value.error;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return plainValue(value.text as ExcelJS.CellValue);
  return "result" in value ? plainValue(value.result as ExcelJS.CellValue) : null;
}
