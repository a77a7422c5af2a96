import "server-only";
import { today } from "@/lib/clock";
import { csv } from "@/lib/csv";
import { AppError } from "@/lib/errors";
import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import { writeWorkbook } from "@/lib/plans/workbook";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
type Rows = readonly (readonly (string | number | null)[])[];

export type FileAsked = Readonly<{
  format: keyof typeof types;
  locale: Locale;
  query: Record<string, string>;
}>;

/** `?format=csv|xlsx&locale=lo|en` and what else the page's own address says. */
export function fileAsked(request: Request): FileAsked {
  const { format = "csv", locale, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", { field: "format" });
  return { format, locale: isLocale(locale) ? locale : routing.defaultLocale, query };
}

/** A table of a page as a file named after it and the day. */
export async function tableFile(name: string, rows: Rows, { format }: FileAsked): Promise<Response> {
  const body = format === "csv" ? csv(rows) : new Uint8Array(await writeWorkbook(rows, name));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="connect-${name}-${today()}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
