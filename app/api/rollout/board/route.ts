import { today } from "@/lib/clock";
import { provinceLines, shownStages } from "@/lib/rollout/board";
import { boardOf } from "@/lib/rollout/board-queries";
import { readRolloutChoices } from "@/lib/rollout/choices";
import { boardRows } from "@/lib/rollout/file";
import { rolloutWords } from "@/lib/rollout/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

/** The cascade board by province, with the filters of its page: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.read", async (actor, request) => {
  const { query, format, locale } = fileAsked(request);
  const choices = readRolloutChoices(query, today());
  const [board, words] = await Promise.all([
    boardOf(actor, { ...choices, within: null }),
    rolloutWords(locale),
  ]);
  const given = { choices, made: today(), words, shown: shownStages(choices) };
  const rows = boardRows({ ...given, lines: provinceLines(board) });
  const name = `connect-rollout-${choices.year}-${choices.on}`;
  return fileAnswer({ rows, format, name, sheet: words.t("board.title") });
});
