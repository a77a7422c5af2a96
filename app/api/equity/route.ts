import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { csv } from "@/lib/csv";
import { equityAsked } from "@/lib/equity/asked";
import { equityFileRows } from "@/lib/equity/equity-file";
import { equityOf } from "@/lib/equity/queries";
import { AppError } from "@/lib/errors";
import { isLocale, routing } from "@/lib/i18n/routing";
import { writeWorkbook } from "@/lib/plans/workbook";
import { route } from "@/lib/route";

export const dynamic = "force-dynamic";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** What the page of equity shows for the same address, as a file: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.read", async (actor, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const format = asked.format === "xlsx" ? "xlsx" : asked.format === "csv" || !asked.format ? "csv" : null;
  if (!format) throw new AppError("invalid", { field: "format" });
  const locale = isLocale(asked.locale) ? asked.locale : routing.defaultLocale;
  const equity = await equityOf(actor, equityAsked(asked));
  const [t, workshops, rate] = await Promise.all([
    getTranslations({ locale, namespace: "equity" }),
    getTranslations({ locale, namespace: "workshops" }),
    getTranslations({ locale, namespace: "indicators.rate" }),
  ]);
  const rows = equityFileRows(equity, today(), { t, workshops, rate, locale });
  const body = format === "csv" ? csv(rows) : new Uint8Array(await writeWorkbook(rows, "CONNECT"));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="connect-equity-${equity.within?.code ?? "all"}-${today()}.${format}"`,
      "cache-control": "no-store",
    },
  });
});
