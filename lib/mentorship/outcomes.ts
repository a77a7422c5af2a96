import { addMonths } from "@/lib/indicators/months";
import { mean } from "@/lib/statistics/averages";

/** Measured for the purpose of mentorship (SCALING case study): fourth visits, births at the facility, first breastfeed in the hour. */
export const outcomeElements = ["ANC4", "FAC_DELIV", "EIBF"] as const;
export type OutcomeElement = (typeof outcomeElements)[number];
export type MonthValue = Readonly<{ facilityId: string; element: string; period: number; value: number }>;

/** So many months before, and at most so many since; fewer than three reported ones say nothing. */
const span = 12;
const fewest = 3;

export type Outcome = Readonly<{
  before: number | null;
  after: number | null;
  monthsBefore: number;
  monthsAfter: number;
  /** Null: too few months on one side. */
  improved: boolean | null;
}>;

type Asked = Readonly<{ facilityId: string; since: number; newest: number }>;

/** Mean per reported month in the year before the first mentee's month and in the newest months since it. */
export function outcomeOf(
  values: readonly MonthValue[],
  element: OutcomeElement,
  { facilityId, since, newest }: Asked,
): Outcome {
  const own = values.filter((one) => one.facilityId === facilityId && one.element === element);
  const within = (from: number, to: number) =>
    own.filter(({ period }) => period >= from && period <= to).map(({ value }) => value);
  const before = within(addMonths(since, -span), addMonths(since, -1));
  const later = addMonths(newest, 1 - span);
  const after = within(Math.max(addMonths(since, 1), later), newest);
  const [was, is] = [mean(before), mean(after)];
  const enough = before.length >= fewest && after.length >= fewest && was !== null && is !== null;
  return {
    before: was,
    after: is,
    monthsBefore: before.length,
    monthsAfter: after.length,
    improved: enough ? is > was : null,
  };
}

/** "k of n health centres have increased", over those for which it can be said. */
export const improving = (outcomes: readonly Outcome[]) => ({
  k: outcomes.filter(({ improved }) => improved).length,
  n: outcomes.filter(({ improved }) => improved !== null).length,
});
