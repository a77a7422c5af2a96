import { today } from "@/lib/clock";
import { readChoices } from "@/lib/comparison/choices";
import { villageFileRows } from "@/lib/comparison/village-file";
import { villageLines } from "@/lib/comparison/village-lines";
import { comparedVillages } from "@/lib/comparison/village-queries";
import { chosenVillages } from "@/lib/comparison/village-rows";
import { comparisonWords } from "@/lib/comparison/words";
import { csv } from "@/lib/csv";
import { reviewedPlace } from "@/lib/districts/choose";
import { AppError } from "@/lib/errors";
import { placeName } from "@/lib/i18n/place-name";
import { isLocale, routing } from "@/lib/i18n/routing";
import { writeWorkbook } from "@/lib/plans/workbook";
import { route } from "@/lib/route";

export const dynamic = "force-dynamic";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** What the page of villages shows for the same address, as a file: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ code: string }>("district.review", async (actor, request, { code }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const format = asked.format === "xlsx" ? "xlsx" : asked.format === "csv" || !asked.format ? "csv" : null;
  if (!format) throw new AppError("invalid", { field: "format" });
  const locale = isLocale(asked.locale) ? asked.locale : routing.defaultLocale;
  const district = await reviewedPlace(actor, code);
  const choices = readChoices(asked);
  const comparison = await comparedVillages(actor, {
    districtId: district.id,
    indicator: choices.indicator,
  });
  const words = await comparisonWords(locale);
  const lines = villageLines(chosenVillages(comparison.villages, choices), comparison.indicator, words);
  const rows = villageFileRows({ comparison, lines, choices, district, on: today(), words });
  const name = `connect-villages-${district.code ?? "district"}-${comparison.indicator.code}-${today()}.${format}`;
  const body =
    format === "csv" ? csv(rows) : new Uint8Array(await writeWorkbook(rows, placeName(district, locale)));
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});
