import { csv } from "./csv";
import { AppError } from "./errors";
import { isLocale, type Locale, routing } from "./i18n/routing";
import { writeWorkbook } from "./plans/workbook";

type Cell = string | number | null;
type Format = "csv" | "xlsx";

const types: Readonly<Record<Format, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `?format=csv|xlsx&locale=lo|en` of a file's address. */
export function askedFile(request: Request): { format: Format; locale: Locale; asked: URLSearchParams } {
  const asked = new URL(request.url).searchParams;
  const format = asked.get("format") ?? "csv";
  if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", { field: "format" });
  const locale = asked.get("locale");
  return { format, locale: isLocale(locale) ? locale : routing.defaultLocale, asked };
}

/** A table to be kept: `name` without its ending, `sheet` the name of a workbook's one sheet. */
export async function fileAnswer(
  rows: readonly (readonly Cell[])[],
  { format, name, sheet }: { format: Format; name: string; sheet: string },
): Promise<Response> {
  const body = format === "csv" ? csv(rows) : new Uint8Array(await writeWorkbook(rows, sheet));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
