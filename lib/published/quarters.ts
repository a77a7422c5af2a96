import { addMonths, firstDay, monthOf } from "@/lib/indicators/months";

/** A calendar quarter as year and number, 20263. */
export const quarterOf = (day: string): number => {
  const month = monthOf(day);
  return Math.floor(month / 100) * 10 + Math.ceil((month % 100) / 3);
};

const firstMonth = (quarter: number): number => Math.floor(quarter / 10) * 100 + (quarter % 10) * 3 - 2;

export const monthsOfQuarter = (quarter: number): number[] =>
  [0, 1, 2].map((more) => addMonths(firstMonth(quarter), more));

export const addQuarters = (quarter: number, more: number): number =>
  quarterOf(firstDay(addMonths(firstMonth(quarter), more * 3)));

/** First day of the quarter and first day after it. */
export const daysOfQuarter = (quarter: number): { from: string; before: string } => ({
  from: firstDay(firstMonth(quarter)),
  before: firstDay(addMonths(firstMonth(quarter), 3)),
});

/** Its last month's reports may come until this day of the month after it; then it may be published. */
export const SETTLED_ON = 15;

export const settledFrom = (quarter: number): string =>
  `${daysOfQuarter(quarter).before.slice(0, 8)}${SETTLED_ON}`;

/** The newest quarter that may be published on a day. */
export function newestSettled(day: string): number {
  const last = addQuarters(quarterOf(day), -1);
  return settledFrom(last) <= day ? last : addQuarters(last, -1);
}

/** The four quarters that end with this one, oldest first. */
export const yearUntil = (quarter: number): number[] =>
  [-3, -2, -1, 0].map((more) => addQuarters(quarter, more));
