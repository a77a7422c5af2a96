import { today } from "@/lib/clock";
import { registerOf } from "@/lib/rollout/facilitator-queries";
import { registerRows } from "@/lib/rollout/file";
import { rolloutPlace } from "@/lib/rollout/village-queries";
import { rolloutWords } from "@/lib/rollout/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

/** The register of a province or district: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ code: string }>("rollout.read", async (actor, request, { code }) => {
  const { format, locale } = fileAsked(request);
  const place = await rolloutPlace(actor, code);
  const [{ facilitators }, words] = await Promise.all([
    registerOf(actor, { within: place.id, on: today() }),
    rolloutWords(locale),
  ]);
  const rows = registerRows(facilitators, today(), words);
  return fileAnswer({
    rows,
    format,
    name: `connect-facilitators-${code}-${today()}`,
    sheet: words.t("toFacilitators"),
  });
});
