import { createTranslator } from "next-intl";
import { z } from "zod";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { sheetRows } from "@/lib/exchange/sheet";
import { monthSheet } from "@/lib/exchange/sheet-queries";
import { loadMessages } from "@/lib/i18n/load";
import { isLocale, routing } from "@/lib/i18n/routing";
import { lastFullMonth } from "@/lib/indicators/months";
import { period } from "@/lib/indicators/schema";
import { writeWorkbook } from "@/lib/plans/workbook";
import { route } from "@/lib/route";

const Asked = z.object({
  month: z.coerce.number().pipe(period).optional(),
  district: z.string().trim().max(20).optional(),
  locale: z.string().optional(),
});

/** `GET /api/imports/values/sheet?month=202601&district=LA1101&locale=lo|en`: a district's month, to be filled in. */
export const GET = route("values.import", async (actor, request) => {
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new AppError("invalid");
  const { month = lastFullMonth(today()), district } = asked.data;
  const locale = isLocale(asked.data.locale) ? asked.data.locale : routing.defaultLocale;
  const sheet = await monthSheet(actor, { district: district || null, period: month, locale });
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "exchange.sheet" });
  const words = { unit: t("unit"), name: t("name"), month: t("period") };
  const rows = sheetRows(sheet.reporters, sheet.elements, { period: month, words });
  const file = await writeWorkbook(rows, `${sheet.placeName} ${month}`);
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="values-${month}.xlsx"`,
      "cache-control": "no-store",
    },
  });
});
