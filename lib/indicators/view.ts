import type { Months, Spell, Year } from "./calculation";
import type { DataElement, Indicator, ValueSource } from "./schema";
import { valueSources } from "./schema";
import type { Values } from "./validation";

export type ShownElement = Pick<
  DataElement,
  "code" | "nameLo" | "nameEn" | "group" | "maximum" | "atMost" | "adviceLo" | "adviceEn"
> & { teamOnly: boolean };
export type ShownIndicator = Pick<
  Indicator,
  | "code"
  | "nameLo"
  | "nameEn"
  | "group"
  | "numerator"
  | "denominator"
  | "populationKind"
  | "factor"
  | "direction"
> & { teamOnly: boolean };

/** Element code, yyyymm, number of the source, value; null is a value that a list wrote without one. */
export type Cell = readonly [code: string, period: number, source: number, value: number];

/** An element, the months (yyyymm) in which it was counted, and the counts. */
export type CountedElement = readonly [code: string, periods: readonly number[], counts: readonly number[]];

/** The same with the number of the source in front. */
export type SourcedElement = readonly [source: number, ...CountedElement];

/** What was counted in each month, by element. */
export function countedMonths(cells: readonly CountedElement[]): Map<number, Record<string, number>> {
  const months = new Map<number, Record<string, number>>();
  for (const [code, periods, counts] of cells)
    periods.forEach((period, at) => {
      const month = months.get(period) ?? {};
      month[code] = counts[at] as number;
      months.set(period, month);
    });
  return months;
}

/** What one source counted, by month. */
export function sourcedMonths(cells: readonly SourcedElement[], source: ValueSource): Months {
  const number = valueSources.indexOf(source) + 1;
  return countedMonths(
    cells.flatMap(([from, ...counted]): CountedElement[] => (from === number ? [counted] : [])),
  );
}

/** The same from counts that travel one by one. */
export function monthsOf(cells: readonly Cell[], source: ValueSource): Months {
  const number = valueSources.indexOf(source) + 1;
  const months = new Map<number, Record<string, number>>();
  for (const [code, period, from, value] of cells) {
    if (from !== number) continue;
    const month = months.get(period) ?? {};
    month[code] = value;
    months.set(period, month);
  }
  return months;
}

/** The twelve months added up, by element: only for comparing a part with its whole. */
export function totalsOf(months: Months, periods: readonly number[]): Values {
  const totals: Record<string, number> = {};
  for (const period of periods)
    for (const [code, value] of Object.entries(months.get(period) ?? {}))
      totals[code] = (totals[code] ?? 0) + (value ?? 0);
  return totals;
}

export type SourceYear = Readonly<{ source: ValueSource; year: Year }>;
export type CentreYear = Readonly<{ nameLo: string; nameEn: string; year: Year }>;
export type VillageIndicator = Readonly<{
  indicator: ShownIndicator;
  /** Calendar quarters, oldest first. */
  quarters: readonly Readonly<{ periods: readonly number[]; spell: Spell }>[];
  year: Year;
  /** The same twelve months as others counted them for this village. */
  beside: readonly SourceYear[];
  /** The health centres that serve the village, each as its own. */
  centres: readonly CentreYear[];
}>;
