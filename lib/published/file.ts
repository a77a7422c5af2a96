import type { Measure } from "./measures";
import type { Said, TableView } from "./view";
import {
  definitionTexts,
  headline,
  hidingText,
  measureName,
  type PublishedWords,
  quarterText,
  rowName,
  yearText,
} from "./words";

type Cell = string | number | null;

/** As many digits as the page shows. */
const points = (value: number | null): Cell => (value === null ? null : Math.round(value * 10) / 10);

const countColumns = ["shown", "k", "n", "percent", "low", "high", "months"] as const;
const meanColumns = ["shown", "mean", "low", "high", "people", "villages"] as const;

function cellsOf({ t }: PublishedWords, measure: Measure, said: Said): Cell[] {
  const wide = measure.kind === "mean" ? meanColumns.length : countColumns.length;
  if (said === null || said === "hidden")
    return [t(said ? "file.states.hidden" : "file.states.none"), ...Array<null>(wide - 1).fill(null)];
  const yes = t("file.states.yes");
  if ("mean" in said)
    return [yes, points(said.mean), points(said.lo), points(said.hi), said.n, said.villages];
  return [yes, said.k, said.n, said.percent, said.low, said.high, said.months];
}

/** Exactly the lines the page shows, in its order, with what they are below them. */
export function tableFileRows(view: TableView, words: PublishedWords): Cell[][] {
  const { t } = words;
  const spells = view.hasYear ? [quarterText, yearText] : [quarterText];
  const heading = view.measures.flatMap((measure) =>
    spells.flatMap((spell) =>
      (measure.kind === "mean" ? meanColumns : countColumns).map(
        (column) =>
          `${measureName(words, measure)}, ${spell(words, view.publication.quarter)}: ${t(`file.${column}`)}`,
      ),
    ),
  );
  const lines = view.lines.map((line) => [
    t(`file.levels.${line.level}`),
    line.code,
    rowName(words, line),
    ...view.measures.flatMap((measure, at) => [
      ...cellsOf(words, measure, line.quarter[at] ?? null),
      ...(view.hasYear ? cellsOf(words, measure, line.year[at] ?? null) : []),
    ]),
  ]);
  return [
    [t("file.level"), t("file.code"), t("file.name"), ...heading],
    ...lines,
    [],
    ...aboutRows(view, words),
  ];
}

function aboutRows(view: TableView, words: PublishedWords): Cell[][] {
  const { t } = words;
  return [
    [t("about"), headline(words, view.publication)],
    ...statusTexts(view, words).map((text) => [t("date"), text]),
    [t("source"), t(`sources.${view.publication.table}`)],
    ...definitionTexts(words, view.publication.table, view.measures).map((text) => [t("definition"), text]),
    [t("hidden"), hidingText(words)],
  ];
}

/** When it was published, which version it is, what became of it. */
export function statusTexts({ publication, later }: TableView, { t, day }: PublishedWords): string[] {
  const { publishedOn, version, reason, withdrawnOn, withdrawnWhy } = publication;
  return [
    [t("publishedOn", { date: day(publishedOn) }), t("version", { n: String(version) })].join(" · "),
    ...(reason ? [t("corrected", { reason })] : []),
    ...(withdrawnOn ? [t("withdrawnOn", { date: day(withdrawnOn), reason: withdrawnWhy ?? "" })] : []),
    ...(later ? [t("replaced", { n: String(later.version) })] : []),
  ];
}

const figureJson = (said: Said | undefined) => {
  if (said === null || said === undefined) return { shown: "none" };
  if (said === "hidden") return { shown: "hidden" };
  if ("mean" in said)
    return { shown: "yes", ...said, mean: points(said.mean), lo: points(said.lo), hi: points(said.hi) };
  return { shown: "yes", ...said };
};

/** The same for other systems. */
export function tableJson(view: TableView, words: PublishedWords) {
  const { publication, later, measures, lines, hasYear } = view;
  return {
    ...publication,
    replacedBy: later,
    source: words.t(`sources.${publication.table}`),
    definition: definitionTexts(words, publication.table, measures),
    hiding: hidingText(words),
    measures: measures.map((measure) => ({
      code: measure.code,
      kind: measure.kind,
      name: measureName(words, measure),
    })),
    rows: lines.map((line) => ({
      level: line.level,
      code: line.code,
      nameLo: line.nameLo,
      nameEn: line.nameEn,
      figures: Object.fromEntries(
        measures.map(({ code }, at) => [
          code,
          { quarter: figureJson(line.quarter[at]), ...(hasYear ? { year: figureJson(line.year[at]) } : {}) },
        ]),
      ),
    })),
  };
}
