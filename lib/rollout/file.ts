import type { Stage } from "@/lib/counts/stages";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { BoardLine } from "./board";
import { byCentre } from "./centres";
import type { RolloutChoices } from "./choices";
import type { FacilitatorLine } from "./facilitator-queries";
import type { PlannedVillage } from "./village-queries";
import { centreText, lateTexts, nextText, type RolloutWords } from "./words";

type Cell = string | number | null;
type Given = Readonly<{
  lines: readonly BoardLine[];
  shown: readonly Stage[];
  choices: RolloutChoices;
  made: string;
  words: RolloutWords;
}>;

/** The board as a table: every stage with its three counts, and below it what was chosen and when the file was made. */
export function boardRows({ lines, shown, choices, made, words }: Given): Cell[][] {
  const { t, locale } = words;
  const stageHeads = shown.flatMap((stage) =>
    (["done", "due", "behind"] as const).map((of) => t(`file.${of}`, { stage: t(`stage.${stage}`) })),
  );
  const heads = [
    t("file.code"),
    t("board.place"),
    t("board.districts"),
    t("board.plan"),
    ...stageHeads,
    t("pays.own"),
    t("pays.partner"),
    t("pays.none"),
    t("file.plannedKip"),
    t("file.spentKip"),
    t("board.next"),
  ];
  const rows = lines.map((line) => [
    line.code,
    placeName(line, locale),
    line.districts[0],
    line.villages,
    ...shown.flatMap((stage) => [line.stages[stage].done, line.stages[stage].due, line.stages[stage].behind]),
    line.payers.own,
    line.payers.partner,
    line.payers.none,
    line.plannedKip,
    line.spentKip,
    nextText(words, line),
  ]);
  return [heads, ...rows, [], ...aboutRows(choices, made, words)];
}

/** What was chosen, and when the file was made. */
function aboutRows(
  { on, year, module, level }: RolloutChoices,
  made: string,
  { t, day }: RolloutWords,
): Cell[][] {
  return [
    [t("file.about")],
    [t("file.of"), year],
    [t("choose.module"), module ? t(`module${module}`) : t("choose.allModules")],
    [t("choose.level"), level ? t(`level.${level}`) : t("choose.allLevels")],
    [t("file.until"), day(on)],
    [t("file.made"), day(made)],
  ];
}

type OfVillages = Omit<Given, "lines"> & Readonly<{ villages: readonly PlannedVillage[] }>;

/** One line a village: for every stage the day it was due and the day it was reached. */
export function villageRows({ villages, shown, choices, made, words }: OfVillages): Cell[][] {
  const { t, locale } = words;
  const heads = [
    t("file.code"),
    t("place.village"),
    t("place.centre"),
    t("place.centreModule"),
    ...shown.flatMap((stage) => [
      t("file.due", { stage: t(`stage.${stage}`) }),
      t("file.done", { stage: t(`stage.${stage}`) }),
    ]),
    t("place.why"),
  ];
  const centres = byCentre(villages, choices.on);
  const lines = centres.flatMap(({ centre, hc, villages: own }) =>
    own.map((village) => ({ village, centre, hc })),
  );
  const rows = lines.map(({ village, centre, hc }) => [
    village.code,
    villageName(village, locale),
    centre && placeName(centre, locale),
    centre && centreText(words, hc, choices.on),
    ...shown.flatMap((stage) => [village.stages[stage].due, village.stages[stage].on]),
    lateTexts(words, village.stages, choices.on).join("; "),
  ]);
  return [heads, ...rows, [], ...aboutRows(choices, made, words)];
}

/** The register as its page has it, a line for each training. */
export function registerRows(
  facilitators: readonly FacilitatorLine[],
  made: string,
  { t, day, locale }: RolloutWords,
): Cell[][] {
  const heads = (["district", "name", "office", "date", "topic", "days"] as const).map((key) =>
    t(`team.${key}`),
  );
  const counts = [t("team.workshops"), t("team.villages"), t("team.complete"), t("team.women")];
  const rows = facilitators.flatMap((line) => {
    const who = [
      placeName({ nameLo: line.districtLo, nameEn: line.districtEn }, locale),
      line.name,
      line.office,
    ];
    const load = [line.workshops, line.villages, line.complete, line.women];
    const taught = line.trainings.map(({ date, topic, days }) => [...who, date, topic, days, ...load]);
    return taught.length > 0 ? taught : [[...who, null, null, null, ...load]];
  });
  return [[...heads, ...counts], ...rows, [], [t("file.made"), day(made)]];
}
