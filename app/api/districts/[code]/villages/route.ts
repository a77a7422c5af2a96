import { today } from "@/lib/clock";
import { readChoices } from "@/lib/comparison/choices";
import { villageFileRows } from "@/lib/comparison/village-file";
import { villageLines } from "@/lib/comparison/village-lines";
import { comparedVillages } from "@/lib/comparison/village-queries";
import { chosenVillages } from "@/lib/comparison/village-rows";
import { comparisonWords } from "@/lib/comparison/words";
import { reviewedPlace } from "@/lib/districts/choose";
import { placeName } from "@/lib/i18n/place-name";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** What the page of villages shows for the same address, as a file: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ code: string }>("district.review", async (actor, request, { code }) => {
  const { format, locale, query } = fileAsked(request);
  const district = await reviewedPlace(actor, code);
  const choices = readChoices(query);
  const comparison = await comparedVillages(actor, {
    districtId: district.id,
    indicator: choices.indicator,
  });
  const words = await comparisonWords(locale);
  const lines = villageLines(chosenVillages(comparison.villages, choices), comparison.indicator, words);
  const rows = villageFileRows({ comparison, lines, choices, district, on: today(), words });
  const name = `connect-villages-${district.code ?? "district"}-${comparison.indicator.code}-${today()}`;
  return fileAnswer({ rows, format, name, sheet: placeName(district, locale) });
});
