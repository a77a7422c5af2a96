import "server-only";
import { csv } from "@/lib/csv";
import { AppError } from "@/lib/errors";
import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import type { Cell } from "@/lib/plans/spreadsheet-cells";
import { writeWorkbook } from "@/lib/plans/workbook";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const types = { csv: "text/csv; charset=utf-8", xlsx: xlsxType } as const;
type Rows = readonly (readonly Cell[])[];

/** A file of text has no dates of its own: a day is written as in ISO 8601. */
const asText = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === "boolean" ? String(cell) : cell;

/** What a file is asked for in: `?format=csv|xlsx&locale=lo|en`. */
export function fileAsked(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const format = query.format ?? "csv";
  if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", { field: "format" });
  const locale: Locale = isLocale(query.locale) ? query.locale : routing.defaultLocale;
  return { query, format, locale } as const;
}

type File = Readonly<{ rows: Rows; format: "csv" | "xlsx"; name: string; sheet: string }>;

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
