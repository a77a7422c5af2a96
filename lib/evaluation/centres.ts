import { lastFullMonth, monthOf } from "@/lib/indicators/months";
import {
  improving,
  type MonthValue,
  type Outcome,
  type OutcomeElement,
  outcomeElements,
  outcomeOf,
} from "@/lib/mentorship/outcomes";
import { type Proportion, wilson } from "@/lib/statistics/proportion";

/** A health centre or hospital with a mentee since a day, by the area whose line it counts in. */
export type MentoredCentre = Readonly<{ id: string; area: string; since: string }>;

export type CentresLine = Readonly<{
  /** Null: all of them. */
  area: string | null;
  centres: number;
  /** Of those for which it can be said, how many increased (Wilson, statistics.md §1). */
  improved: Readonly<Record<OutcomeElement, Proportion>>;
}>;

/** The share of health centres that improved since their first mentee, all together and by area; none without centres. */
export function centresLines(
  centres: readonly MentoredCentre[],
  values: readonly MonthValue[],
  day: string,
): CentresLine[] {
  const newest = lastFullMonth(day);
  const byCentre = Map.groupBy(values, ({ facilityId }) => facilityId);
  const told = centres.map(({ id, area, since }) => ({
    area,
    outcome: (element: OutcomeElement): Outcome =>
      outcomeOf(byCentre.get(id) ?? [], element, { facilityId: id, since: monthOf(since), newest }),
  }));
  const line = (area: string | null, members: typeof told): CentresLine => ({
    area,
    centres: members.length,
    improved: Object.fromEntries(
      outcomeElements.map((element) => {
        const { k, n } = improving(members.map(({ outcome }) => outcome(element)));
        return [element, wilson(k, n)];
      }),
    ) as Record<OutcomeElement, Proportion>,
  });
  if (told.length === 0) return [];
  const areas = [...Map.groupBy(told, ({ area }) => area)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [line(null, told), ...(areas.length > 1 ? areas.map(([area, members]) => line(area, members)) : [])];
}
