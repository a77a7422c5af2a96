import { PERCENT_FROM, STABLE_FROM, wilson } from "@/lib/statistics/proportion";
import type { Measure } from "./measures";
import { yearUntil } from "./quarters";
import type { NamedRow, PublishedTable } from "./queries";
import { added, type Count, type Mean, type Told } from "./rules";

/** A count as it is told: the percentage from 20 people on (statistics §14), the interval where n was counted. */
export type ToldCount = Readonly<{
  k: number;
  n: number | null;
  percent: number | null;
  low: number | null;
  high: number | null;
  months: number | null;
  /** n is an estimate; the percentage may be over 100. */
  estimated: boolean;
}>;
export type Said = ToldCount | Mean | "hidden" | null;
export type Line = Omit<NamedRow, "cells"> & Readonly<{ quarter: readonly Said[]; year: readonly Said[] }>;
export type TableView = PublishedTable &
  Readonly<{ lines: readonly Line[]; hasYear: boolean; hidden: number }>;

const isMean = (told: Count | Mean): told is Mean => "mean" in told;
const whole = (share: number) => Math.round(share * 100);

export function said(told: Told, measure: Measure | undefined): Said {
  if (told === null || told === "hidden") return told;
  if (isMean(told)) return told;
  const { k, n, months } = told;
  const rate = measure?.numerator && n !== null && n >= STABLE_FROM && n >= PERCENT_FROM;
  const interval = rate && !measure.population && k <= n ? wilson(k, n) : null;
  return {
    k,
    n,
    months,
    estimated: Boolean(measure?.population),
    percent: rate ? whole(k / n) : null,
    low: interval?.lo == null ? null : whole(interval.lo),
    high: interval?.hi == null ? null : whole(interval.hi),
  };
}

/** Twelve months are four published quarters added up, and nothing else: hidden as soon as one of them is. */
function yearOf(quarters: readonly Told[]): Told {
  if (quarters.includes("hidden")) return "hidden";
  const counts = quarters.filter(
    (told): told is Count => told !== null && told !== "hidden" && !isMean(told),
  );
  return counts.length === 4 ? added(counts) : null;
}

/** What page, file and interface show, decided once. */
export function viewOf(table: PublishedTable): TableView {
  const { publication, measures, rows, earlier } = table;
  const before = yearUntil(publication.quarter).slice(0, 3);
  const quarters = before.map((quarter) => earlier.find((one) => one.quarter === quarter));
  const hasYear = rows.length > 0 && quarters.every(Boolean) && measures.some(({ kind }) => kind === "count");
  const lines = rows.map(({ cells, ...row }) => ({
    ...row,
    quarter: measures.map((measure, at) => said(cells[at] ?? null, measure)),
    year: hasYear
      ? measures.map((measure, at) => {
          const past = quarters.map((one) => {
            const then = one?.measures.findIndex(({ code }) => code === measure.code) ?? -1;
            return one?.rows.find(({ placeId }) => placeId === row.placeId)?.cells[then] ?? null;
          });
          return said(yearOf([...past, cells[at] ?? null]), measure);
        })
      : [],
  }));
  const hidden = lines.reduce(
    (sum, { quarter }) => sum + quarter.filter((one) => one === "hidden").length,
    0,
  );
  return { ...table, lines, hasYear, hidden };
}
