import { foldLao, latinDigits } from "@/lib/i18n/lao";
import type { Cell } from "@/lib/plans/spreadsheet-cells";
import type { SheetRow } from "@/lib/plans/spreadsheet-import";
import { ageBands, sexes } from "@/lib/workshops/vocabularies";
import { valuesOf } from "./rules";
import { DONT_KNOW, exposures, type Instrument, REFUSED, type TrustAnswer } from "./schema";

export type PaperReason = "word" | "answer" | "exposure_unknown";
export type PaperError = Readonly<{ row: number; heading: string; value: string; reason: PaperReason }>;

/** One person of a paper round: what an interview on a phone would hold, without round and instrument. */
export type PaperAnswer = Omit<TrustAnswer, "roundId" | "instrumentId">;

export type PaperReading =
  | Readonly<{ refused: "columns" | "empty" }>
  | Readonly<{ refused?: never; answers: readonly PaperAnswer[]; errors: readonly PaperError[] }>;

type Words = readonly Readonly<{ value: string; words: readonly string[] }>[];
type Known = Readonly<{
  instrument: Pick<Instrument, "scale" | "items" | "labels">;
  exposureGroups: readonly string[];
  /** Ethnic groups, by id and both names. */
  groups: readonly Readonly<{ id: string; nameLo: string; nameEn: string }>[];
}>;

const about = ["exposure", "sex", "age", "ethnic_group"] as const;
const plainly = (values: readonly string[]): Words => values.map((value) => ({ value, words: [value] }));

/** The sheet's first row: four columns about the person, then one for each item, in the instrument's order. */
export const paperHeadings = ({ items }: Pick<Instrument, "items">, language: "lo" | "en"): string[] => [
  `exposure (${exposures.join(" / ")})`,
  `sex (${sexes.join(" / ")})`,
  `age (${ageBands.join(" / ")})`,
  "ethnic_group",
  ...items.map(({ text }, at) => `${at + 1}. ${text[language]}`),
];

/** Reads a paper round, one row a person. An empty cell is "would not say". Nothing is taken of a row with a mistake. */
export function readPaper(rows: readonly SheetRow[], known: Known): PaperReading {
  const [heading, ...people] = rows;
  const wanted = about.length + known.instrument.items.length;
  const names = (heading?.cells ?? []).map((cell) => String(cell ?? ""));
  const fits = about.every((name, at) => names[at]?.trim().toLowerCase().startsWith(name));
  if (names.length !== wanted || !fits) return { refused: "columns" };
  const filled = people.filter(({ cells }) => cells.some((cell) => written(cell) !== ""));
  if (filled.length === 0) return { refused: "empty" };
  const errors: PaperError[] = [];
  const answers = filled.flatMap(({ row, cells }) => {
    const before = errors.length;
    const fault = (at: number, reason: PaperReason) => {
      errors.push({ row, heading: names[at] ?? "", value: written(cells[at]).slice(0, 80), reason });
      return null;
    };
    const read = personOf(cells, known, fault);
    return errors.length === before ? [read] : [];
  });
  return { answers, errors };
}

type Fault = (at: number, reason: PaperReason) => null;

function personOf(cells: readonly Cell[], known: Known, fault: Fault): PaperAnswer {
  const word = (at: number, words: Words): string | null => {
    const typed = written(cells[at]);
    if (typed === "") return null;
    return words.find((one) => one.words.some((name) => same(name, typed)))?.value ?? fault(at, "word");
  };
  const groups = known.groups.map(({ id, nameLo, nameEn }) => ({ value: id, words: [id, nameLo, nameEn] }));
  const exposure = word(0, plainly(exposures)) as PaperAnswer["exposure"];
  if (exposure && !known.exposureGroups.includes(exposure)) fault(0, "exposure_unknown");
  return {
    exposure,
    sex: word(1, plainly(sexes)) as PaperAnswer["sex"],
    ageBand: word(2, plainly(ageBands)) as PaperAnswer["ageBand"],
    ethnicGroupId: word(3, groups),
    values: known.instrument.items.map((_item, item) => {
      const typed = written(cells[about.length + item]);
      return answered(typed, known.instrument) ?? fault(about.length + item, "answer") ?? REFUSED;
    }),
  };
}

function answered(typed: string, { scale, labels }: Known["instrument"]): number | null {
  if (typed === "") return REFUSED;
  const named = labels.find(({ text }) => Object.values(text).some((words) => same(words, typed)));
  if (named) return named.value;
  const number = Number(latinDigits(typed).replace("−", "-"));
  return [...valuesOf[scale], REFUSED, DONT_KNOW].includes(number) ? number : null;
}

const written = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();
const same = (a: string, b: string) => foldLao(a).toLowerCase() === foldLao(b).toLowerCase();
