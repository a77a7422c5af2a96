import "server-only";
import { today } from "@/lib/clock";
import { csv } from "@/lib/csv";
import { AppError } from "@/lib/errors";
import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import type { Cell } from "@/lib/plans/spreadsheet-cells";
import { workbookLimits, writeWorkbook } from "@/lib/plans/workbook";
import { bytesOf } from "@/lib/sync/request";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const types = { csv: "text/csv; charset=utf-8", xlsx: xlsxType } as const;
type Rows = readonly (readonly Cell[])[];

export type FileAsked = Readonly<{
  format: keyof typeof types;
  locale: Locale;
  query: Readonly<Record<string, string>>;
}>;

/** `?format=csv|xlsx&locale=lo|en` and what else the page's own address says. */
export function fileAsked(request: Request): FileAsked {
  const { format = "csv", locale, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", { field: "format" });
  return { format, locale: isLocale(locale) ? locale : routing.defaultLocale, query };
}

type SheetSent = Readonly<{ bytes: Uint8Array; confirm: boolean; query: Readonly<Record<string, string>> }>;

/** A workbook sent back in; `confirm=1` asks to take it. Another site's form cannot send this type. */
export async function sheetSent(request: Request): Promise<SheetSent> {
  if (request.headers.get("content-type") !== xlsxType) throw new AppError("invalid", { reason: "not_xlsx" });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return { bytes: await bytesOf(request, workbookLimits.bytes), confirm: query.confirm === "1", query };
}

/** A file of text has no dates of its own: a day is written as in ISO 8601. */
const asText = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === "boolean" ? String(cell) : cell;

type File = Readonly<{ rows: Rows; format: FileAsked["format"]; name: string; sheet: string }>;

export async function fileAnswer({ rows, format, name, sheet }: File): Promise<Response> {
  const body =
    format === "csv"
      ? csv(rows.map((row) => row.map(asText)))
      : new Uint8Array(await writeWorkbook(rows, sheet));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

/** A table of a page as a file named after it and the day. */
export const tableFile = (name: string, rows: Rows, { format }: FileAsked): Promise<Response> =>
  fileAnswer({ rows, format, name: `connect-${name}-${today()}`, sheet: name });
