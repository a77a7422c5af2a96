import { type NationalIndicator, nationalIndicators } from "./indicators";
import type { Figures, KeptValue } from "./queries";
import { type Disagreement, disagreement, type Reading, readingOf } from "./rules";

/** One line of the table: an indicator as one kind of source has it last in the year; without value when none has. */
export type NationalRow = Readonly<{
  indicator: NationalIndicator;
  target: number | null;
  value: KeptValue | null;
  reading: Reading | null;
  disagreement: Disagreement | null;
}>;

const rowGroups: readonly NationalIndicator["group"][] = ["service", "coverage", "nutrition", "deaths"];

/** The lines of one place in the order of the page: by how they are read, then as the report numbers them. */
export function nationalRows(figures: Figures, year: number, provinceId: string | null): NationalRow[] {
  const here = <T extends { provinceId: string | null }>(one: T) => one.provinceId === provinceId;
  const targets = figures.targets.filter((one) => here(one) && one.year === year);
  const values = figures.values.filter((one) => here(one) && one.to.slice(0, 4) === String(year));
  return rowGroups.flatMap((group) =>
    nationalIndicators
      .filter((indicator) => indicator.group === group)
      .flatMap((indicator) => {
        const target = targets.find((one) => one.indicator === indicator.code)?.value ?? null;
        const last = lastOfEachKind(values.filter((one) => one.indicator === indicator.code));
        return last.length > 0
          ? last.map((value) => rowOf(indicator, value, target))
          : [{ indicator, target, value: null, reading: null, disagreement: null }];
      }),
  );
}

function rowOf(indicator: NationalIndicator, value: KeptValue, target: number | null): NationalRow {
  const reading = readingOf(indicator, value, target);
  return { indicator, target, value, reading, disagreement: disagreement(reading, value.verdict) };
}

/** Values come oldest first; a survey and routine reports stand beside each other, never one for the other. */
const lastOfEachKind = (values: readonly KeptValue[]): KeptValue[] => [
  ...new Map(values.map((value) => [value.kind, value])).values(),
];

/** The newest year with a value, else the newest with a target; the year asked for when it is known. */
export function shownYear(figures: Figures, asked: number | null): number | null {
  if (asked !== null) return asked;
  const ofValues = figures.values.map(({ to }) => Number(to.slice(0, 4)));
  return ofValues.length > 0 ? Math.max(...ofValues) : (figures.years[0] ?? null);
}
