import type { useTranslations } from "next-intl";
import type { Aligned } from "@/lib/comparison/aligned";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import { firstDay } from "@/lib/indicators/months";
import { outcomeElements } from "@/lib/mentorship/outcomes";
import type { ClusteredContrast } from "@/lib/statistics/clustered-contrast";
import type { Evaluation } from "./queries";
import type { GroupUptake, Uptake } from "./services";
import type { EvaluationTranslator } from "./words";

type Cell = string | number | null;
export type FileWords = Readonly<{
  t: EvaluationTranslator;
  outcomes: ReturnType<typeof useTranslations<"mentees.outcomes">>;
  interviews: ReturnType<typeof useTranslations<"interviews">>;
  locale: Locale;
}>;

const rounded = (value: number | null | undefined, to = 1000): Cell =>
  value === null || value === undefined ? null : Math.round(value * to) / to;

/** Every table of the page, line by line: section, name, when, value, k, n, limits, villages, remark. */
export function evaluationFileRows(evaluation: Evaluation, on: string, words: FileWords): Cell[][] {
  const { t, locale } = words;
  const { within, indicator, year, end } = evaluation.services;
  const head = ["section", "name", "when", "value", "k", "n", "low", "high", "villages", "remark"] as const;
  return [
    head.map((one) => t(`file.${one}`)),
    ...serviceRows(evaluation, words),
    ...trustRows(evaluation, words),
    ...centresRows(evaluation, words),
    [],
    [t("file.place"), within ? placeName(within, locale) : t("everywhere")],
    [t("file.indicator"), indicator ? placeName(indicator, locale) : null, indicator?.code ?? null],
    [t("file.year"), year],
    [t("file.until"), formatDate(firstDay(end), locale, "month")],
    [t("file.made"), formatDate(on, locale)],
    ...(["chosen", "did", "cr2", "counts", "trust", "years"] as const).map((part) => [
      t("method.title"),
      t(`method.${part}`),
    ]),
  ];
}

const contrast = (
  [section, name, when]: readonly [string, string, string | null],
  { estimate, cellSizes, lo, hi, villages, status }: ClusteredContrast,
  to?: number,
): Cell[] => [
  section,
  name,
  when,
  rounded(estimate, to),
  null,
  cellSizes ? cellSizes.reduce((sum, n) => sum + n, 0) : null,
  rounded(lo, to),
  rounded(hi, to),
  villages,
  status,
];

function serviceRows({ services: { indicator, told } }: Evaluation, { t, locale }: FileWords): Cell[][] {
  const section = indicator ? placeName(indicator, locale) : "";
  const months = (group: string, aligned: Aligned) =>
    aligned.months.map(({ offset, median, villages }): Cell[] => [
      section,
      `${group}: ${t("aligned.median")}`,
      `${t("aligned.month")}: ${offset}`,
      rounded(median),
      ...[null, null, null, null],
      villages,
      null,
    ]);
  const group = (name: string, { before, after, change }: GroupUptake): Cell[][] => [
    contrast([section, name, t("uptake.before")], before),
    contrast([section, name, t("uptake.after")], after),
    contrast([section, name, t("uptake.change")], change),
  ];
  const compared = (found: Uptake) => [
    ...group(t("aligned.connect"), found.connect),
    ...group(t("aligned.besides"), found.others),
    contrast([section, t("uptake.difference"), t("uptake.change")], found.difference),
  ];
  if (!told) return [];
  return [
    ...months(t("aligned.connect"), told.connect),
    ...months(t("aligned.besides"), told.others),
    ...compared(told.uptake),
  ];
}

/** One decimal, as on the page: the file says no more than the screen. */
const POINTS = 10;

const trustRows = ({ trust }: Evaluation, { t, interviews, locale }: FileWords): Cell[][] =>
  trust.flatMap(({ instrument, waves, contrasts }) => {
    const section = locale === "lo" ? instrument.nameLo : instrument.nameEn;
    return [
      ...waves.map(({ wave, mean }) =>
        contrast([section, t("centres.all"), interviews(`wave.${wave}`)], mean, POINTS),
      ),
      ...contrasts.flatMap(({ wave, contrasts: both }) =>
        (["participant", "indirect"] as const).map((who) =>
          contrast(
            [
              section,
              `${t("uptake.difference")}: ${interviews(`exposure.${who}`)}`,
              interviews(`wave.${wave}`),
            ],
            both[who],
            POINTS,
          ),
        ),
      ),
    ];
  });

const centresRows = (
  { centres: { lines, areas } }: Evaluation,
  { t, outcomes, locale }: FileWords,
): Cell[][] =>
  lines.flatMap((line) => {
    const area = areas.find(({ code }) => code === line.area);
    return outcomeElements.map((element): Cell[] => {
      const { k, n, p, lo, hi } = line.improved[element];
      return [
        t("centres.title"),
        area ? placeName(area, locale) : t("centres.all"),
        outcomes(`element.${element}`),
        rounded(p),
        k,
        n,
        rounded(lo),
        rounded(hi),
        null,
        `${t("centres.centres")}: ${line.centres}`,
      ];
    });
  });
