import { today } from "@/lib/clock";
import { districtLines, shownStages } from "@/lib/rollout/board";
import { boardOf } from "@/lib/rollout/board-queries";
import { readRolloutChoices } from "@/lib/rollout/choices";
import { boardRows, villageRows } from "@/lib/rollout/file";
import { plannedVillages, rolloutPlace } from "@/lib/rollout/village-queries";
import { rolloutWords } from "@/lib/rollout/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

/** A province by its districts, a district by its villages, with the filters of the page. */
export const GET = route<{ code: string }>("rollout.read", async (actor, request, { code }) => {
  const { query, format, locale } = fileAsked(request);
  const place = await rolloutPlace(actor, code);
  const choices = readRolloutChoices(query, today());
  const asked = { ...choices, within: place.id };
  const words = await rolloutWords(locale);
  const given = { choices, made: today(), words, shown: shownStages(choices) };
  const rows =
    place.level === "district"
      ? villageRows({ ...given, villages: await plannedVillages(actor, asked) })
      : boardRows({ ...given, lines: districtLines(await boardOf(actor, asked)) });
  const name = `connect-rollout-${place.code}-${choices.year}-${choices.on}`;
  return fileAnswer({ rows, format, name, sheet: words.t("board.title") });
});
