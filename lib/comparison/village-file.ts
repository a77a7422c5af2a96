import { totalOf } from "@/lib/districts/summary";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import type { Choices } from "./choices";
import type { VillageLine } from "./village-lines";
import type { Comparison } from "./village-rows";
import { activeFilters, type ComparisonWords, filterText, partWords } from "./words";

type Cell = string | number | null;
type Named = Readonly<{ nameLo: string; nameEn: string }>;
type Given = Readonly<{
  comparison: Comparison;
  lines: readonly VillageLine[];
  choices: Choices;
  district: Named;
  /** The day on which the file is made. */
  on: string;
  words: ComparisonWords;
}>;

/** As many digits as the page shows. */
const percent = (share: number | null | undefined): Cell =>
  share === null || share === undefined ? null : Math.round(share * 100);
const points = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? null : Math.round(value * 10) / 10;
const whole = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? null : Math.round(value);

/** Exactly the lines the page shows, in its order, with what was chosen and the date below them. */
export function villageFileRows(given: Given): Cell[][] {
  const trust = given.comparison.trustScale !== null;
  return [
    headings(given.words, trust),
    ...given.lines.map((line) => cellsOf(line, given, trust)),
    [],
    ...about(given),
  ];
}

function headings({ villages: t, file: f }: ComparisonWords, trust: boolean): string[] {
  return [
    f("code"),
    t("column.village"),
    f("status"),
    f("group"),
    t("column.centre"),
    f("minutes"),
    t("column.season"),
    f("workshop"),
    f("k"),
    f("n"),
    f("percent"),
    f("low"),
    f("high"),
    f("months"),
    f("remarks"),
    f("denominator"),
    f("beforeK"),
    f("beforeN"),
    f("beforeMonths"),
    f("afterK"),
    f("afterN"),
    f("afterMonths"),
    ...(trust ? [f("trustMean"), f("trustLow"), f("trustHigh"), f("trustPeople"), f("trustDate")] : []),
    f("planDone"),
    f("planOf"),
    f("late"),
    t("column.report"),
    t("column.visit"),
  ];
}

function cellsOf(line: VillageLine, { words }: Given, trust: boolean): Cell[] {
  const { village } = line;
  const { shown, since, counts, centre } = village;
  const { locale } = words;
  const season = village.wetAccess && words.season(village.wetAccess as Parameters<typeof words.season>[0]);
  return [
    village.code ?? village.id,
    line.name,
    line.status,
    village.mainGroup && placeName(village.mainGroup, locale),
    centre && placeName(centre, locale),
    centre?.minutesDry ?? null,
    season,
    village.firstWorkshop,
    shown.k,
    shown.n,
    percent(shown.share),
    percent(shown.interval?.low),
    percent(shown.interval?.high),
    shown.k === null ? null : village.year.rate.months,
    line.remarks || null,
    line.denominator || null,
    whole(since?.before.k),
    whole(since?.before.n),
    since?.before.months ?? null,
    whole(since?.after.k),
    whole(since?.after.n),
    since?.after.months ?? null,
    ...(trust ? trustCells(line) : []),
    counts.done,
    totalOf(counts),
    counts.late,
    village.lastReport === null ? null : firstDay(village.lastReport).slice(0, 7),
    village.lastVisit,
  ];
}

function trustCells({ village: { trust } }: VillageLine): Cell[] {
  const mean = trust?.mean ?? null;
  return [points(mean?.mean), points(mean?.lo), points(mean?.hi), mean?.n ?? null, trust?.startDate ?? null];
}

function about({ comparison, choices, district, on, words }: Given): Cell[][] {
  const { locale, file: f, choose } = words;
  const part = partWords(words, comparison.villages);
  const filters = activeFilters(choices.filters).map(([name, value]) => filterText(words, part, name, value));
  return [
    [f("about")],
    [f("district"), placeName(district, locale)],
    [choose("indicator"), placeName(comparison.indicator, locale), comparison.indicator.code],
    [f("period"), formatDate(firstDay(comparison.end), locale, "month")],
    [choose("sort"), choose(`sortRule.${choices.sort}`)],
    [f("filters"), filters.join("; ") || f("noFilters")],
    [f("made"), formatDate(on, locale)],
  ];
}
