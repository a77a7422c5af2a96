import type { ReviewedInstruction } from "@/lib/districts/review";
import { daysBetween } from "@/lib/i18n/format";
import { type Year, yearOf } from "@/lib/indicators/calculation";
import { addMonths } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { seriesOf, type WatchedSeries } from "./signals";
import type { Watch } from "./watch";

const MONTH_DAYS = 31;

/** How many of each the brief says. */
export type Wanted = Readonly<{
  decide: number;
  services: number;
  charts: number;
  instructions: number;
  /** Letters of the two sentences above everything. */
  headline: number;
}>;

/** Millimetres of A4 inside its margins, and what each part takes of them (components/attention/brief.css). */
const page = 276;
const heights = { fixed: 130, decide: 12.3, services: 6.6, charts: 52, instructions: 6.6, line: 7 } as const;
/** So many letters of the headline fit two lines, in Lao as in English. */
const twoLines = 165;
const beside = { charts: { decide: 4, instructions: 2 }, none: { decide: 7, instructions: 4 } } as const;
const least = { decide: 3, instructions: 1 } as const;

export const heightOf = ({ decide, services, charts, instructions, headline }: Wanted): number =>
  heights.fixed +
  (headline > twoLines ? heights.line : 0) +
  decide * heights.decide +
  services * heights.services +
  (charts > 0 ? heights.charts : 0) +
  instructions * heights.instructions;

/**
 * How much fits one page: what is too much goes in this order, charts, instructions, matters to decide ("+3 more"); type
 * size never shrinks (screens §7). Two charts stand side by side.
 */
export function fitBrief(all: Wanted): Wanted {
  const within = ({ decide, instructions }: Pick<Wanted, "decide" | "instructions">): Wanted => ({
    ...all,
    decide: Math.min(all.decide, decide),
    instructions: Math.min(all.instructions, instructions),
  });
  const full = { ...within(beside.none), charts: 0 };
  const fewer = Array.from({ length: beside.none.instructions }, (_, at) => beside.none.instructions - at)
    .filter((instructions) => instructions >= least.instructions)
    .flatMap((instructions) => ({ ...within({ ...beside.none, instructions }), charts: 0 }));
  const fewest = Array.from({ length: beside.none.decide }, (_, at) => beside.none.decide - at)
    .filter((decide) => decide >= least.decide)
    .map((decide) => ({ ...within({ decide, instructions: least.instructions }), charts: 0 }));
  const tried = [...(all.charts > 0 ? [within(beside.charts)] : []), full, ...fewer, ...fewest];
  return tried.find((one) => heightOf(one) <= page) ?? (fewest.at(-1) as Wanted);
}

/** Given or answered within a month, newest first. */
export const lastMonths = (instructions: readonly ReviewedInstruction[], today: string) =>
  instructions.filter(({ date, statusDate }) => daysBetween(statusDate ?? date, today) <= MONTH_DAYS);

/** Catchments (or the district) with a signal only: what fell before what rose, the longest first; at most two. */
export function briefCharts(watch: Watch): WatchedSeries[] {
  const length = ({ drawn: { run } }: WatchedSeries) =>
    run.status === "too-early" ? 0 : (run.newest?.length ?? 0);
  const told = [...seriesOf(watch)].sort((a, b) => length(b) - length(a));
  const of = (verdict: WatchedSeries["verdict"]) => told.filter((one) => one.verdict === verdict);
  return [...of("worse").slice(0, of("better").length > 0 ? 1 : 2), ...of("better")].slice(0, 2);
}

export type ServiceYears = Readonly<{ indicator: ShownIndicator; now: Year; before: Year }>;

/** Each watched service of the district, twelve months against the twelve before: windows that share no month (statistics §8). */
export function serviceYears({ indicators, districtCells, figures, months: periods }: Watch): ServiceYears[] {
  const months = new Map<number, Record<string, number>>();
  for (const [code, period, total] of districtCells)
    months.set(period, { ...months.get(period), [code]: total });
  const end = periods.at(-1) ?? 0;
  const year = (indicator: ShownIndicator, last: number) => yearOf(indicator, { end: last, months, figures });
  return indicators.map((indicator) => ({
    indicator,
    now: year(indicator, end),
    before: year(indicator, addMonths(end, -12)),
  }));
}
