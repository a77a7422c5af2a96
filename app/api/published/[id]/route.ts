import { csv } from "@/lib/csv";
import { AppError } from "@/lib/errors";
import { isLocale, routing } from "@/lib/i18n/routing";
import { writeWorkbook } from "@/lib/plans/workbook";
import { tableFileRows } from "@/lib/published/file";
import { publishedTable } from "@/lib/published/queries";
import { viewOf } from "@/lib/published/view";
import { publishedWords } from "@/lib/published/words";
import { route } from "@/lib/route";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A published table as its page shows it: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ id: string }>("published.read", async (actor, request, { id }) => {
  const asked = new URL(request.url).searchParams;
  const format = asked.get("format") ?? "csv";
  if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", { field: "format" });
  const given = asked.get("locale");
  const locale = isLocale(given) ? given : routing.defaultLocale;
  const [table, words] = await Promise.all([publishedTable(actor, id), publishedWords(locale)]);
  const { table: name, quarter, version } = table.publication;
  const rows = tableFileRows(viewOf(table), words);
  const body =
    format === "csv" ? csv(rows) : new Uint8Array(await writeWorkbook(rows, words.t(`table.${name}`)));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="connect-${name}-${quarter}-v${version}.${format}"`,
      "cache-control": "no-store",
    },
  });
});
