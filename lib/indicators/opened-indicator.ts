import type { Months, Pair } from "./calculation";
import { pairOf } from "./calculation";
import { monthOf, monthsUntil } from "./months";
import type { Found } from "./place-queries";
import { type ValueSource, valueSources } from "./schema";
import { type SinceWorkshop, sinceWorkshop } from "./since-workshop";
import { type ShownElement, sourcedMonths, type VillageIndicator } from "./view";

/** The evidence behind a village's numbers. */
export type Standing = Readonly<{
  reports: readonly Readonly<{ id: string; period: number; source: ValueSource; verified: boolean | null }>[];
  workshops: readonly Readonly<{ id: string; startDate: string }>[];
  plan: Readonly<{ id: string; date: string | null }> | null;
  /** The newest photo of an action of the plan. */
  photo: Readonly<{ actionId: string; date: string }> | null;
}>;

/** One of those who counted: the village's volunteers, a survey, a health centre by its name. */
export type Counter = Readonly<{
  key: string;
  source: ValueSource;
  name: Readonly<{ nameLo: string; nameEn: string }> | null;
}>;

export type Part = Readonly<{
  period: number;
  /** One per counter. */
  pairs: readonly Pair[];
  /** The village's own report of the month. */
  report: Readonly<{ id: string; verified: boolean | null }> | null;
}>;

/** One indicator of a village taken apart: months and those who counted, and what stands behind them. */
export type OpenedIndicator = Readonly<{
  row: VillageIndicator;
  since: SinceWorkshop | null;
  counters: readonly Counter[];
  parts: readonly Part[];
  /** What is counted above and below the line. */
  elements: readonly ShownElement[];
  standing: Standing;
}>;

type Served = Pick<Found["centres"][number], "from" | "to" | "cells">;

/** A health centre's counts in the months in which it served the village: catchments by date. */
export function servedMonths({ from, to, cells }: Served, end: number): Months {
  const [first, last] = [monthOf(from), to === null ? end : monthOf(to)];
  const months = [...sourcedMonths(cells, "facility")];
  return new Map(months.filter(([period]) => period >= first && period <= last));
}

type Given = Readonly<{ found: Found; months: Months; end: number; elements: readonly ShownElement[] }>;

export function openedIndicator(
  row: VillageIndicator,
  { found, months, end, elements }: Given,
): OpenedIndicator | null {
  const { standing, figures, own, centres } = found;
  if (!standing) return null;
  const { indicator } = row;
  const periods = monthsUntil(end, 24);
  const all = [
    ...valueSources.map((source) => ({
      key: source,
      source,
      name: null,
      months: sourcedMonths(own, source),
    })),
    ...centres.map((centre) => ({
      key: `${centre.id} ${centre.from}`,
      source: "facility" as const,
      name: { nameLo: centre.nameLo, nameEn: centre.nameEn },
      months: servedMonths(centre, end),
    })),
  ];
  const said = (of: Months) => periods.some((period) => pairOf(indicator, of.get(period)).k !== null);
  const shown = all.filter((one) => one.key === "village" || said(one.months));
  const reports = new Map(
    standing.reports.filter(({ source }) => source === "village").map((report) => [report.period, report]),
  );
  const codes = [...indicator.numerator, ...(indicator.denominator ?? [])].map((term) =>
    term.replace("-", ""),
  );
  return {
    row,
    since: sinceWorkshop(indicator, {
      months,
      figures,
      end,
      workshop: standing.workshops[0]?.startDate ?? null,
    }),
    counters: shown.map(({ key, source, name }) => ({ key, source, name })),
    parts: periods.map((period) => ({
      period,
      pairs: shown.map((one) => pairOf(indicator, one.months.get(period))),
      report: reports.get(period) ?? null,
    })),
    elements: elements.filter(({ code }) => codes.includes(code)),
    standing,
  };
}
