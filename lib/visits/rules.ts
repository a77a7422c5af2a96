import { daysBetween } from "@/lib/i18n/format";
import type { Plan } from "@/lib/plans/schema";
import { addMonths } from "./calendar";
import type { Visit } from "./schema";

/** Months after the plan was displayed, else agreed, when the village is visited again (domain.md §1, configurable). */
export const DEFAULT_VISIT_OFFSETS: readonly number[] = [3, 6];
/** From so many days before the date on a visit is "soon". */
export const VISIT_SOON_DAYS = 14;

export interface DueVisit {
  /** Months after the plan; null for a visit that the last visit agreed on. */
  offsetMonths: number | null;
  dueDate: string;
  /** Day it was held, null while it is open. */
  heldDate: string | null;
  state: "held" | "late" | "soon" | "later";
  /** Days past the date while open, else 0. */
  daysLate: number;
  /** Days until the date while open and not late, else 0. */
  daysLeft: number;
}

type VisitRecord = Pick<Visit, "offsetMonths" | "dueDate" | "heldDate" | "nextVisitDue">;

/**
 * The visits a plan asks for, earliest first. Empty while the plan is neither displayed nor agreed. A visit counts for
 * the offset it was recorded for; a record that is not held yet may move the date (`dueDate`). "Late" depends on
 * `today` and is therefore worked out at reading, never stored.
 */
export function dueVisits(input: {
  plan: Pick<Plan, "agreedDate" | "displayedDate" | "visitOffsets">;
  visits: readonly VisitRecord[];
  today: string;
  soonDays?: number;
}): DueVisit[] {
  const { plan, visits, today, soonDays = VISIT_SOON_DAYS } = input;
  const start = plan.displayedDate ?? plan.agreedDate;
  if (!start) return [];
  const offsets = [...new Set(plan.visitOffsets ?? DEFAULT_VISIT_OFFSETS)];
  const planned = offsets.map((offsetMonths) => {
    const own = visits.filter((visit) => visit.offsetMonths === offsetMonths);
    const held = own.flatMap(({ heldDate }) => heldDate ?? []).sort();
    const moved = own.flatMap(({ dueDate }) => dueDate ?? []).at(-1);
    return { offsetMonths, dueDate: moved ?? addMonths(start, offsetMonths), heldDate: held[0] ?? null };
  });
  return [...planned, ...agreedNext(visits)]
    .map((visit) => ({ ...visit, ...stateOf(visit, today, soonDays) }))
    .sort((a, b) => compare(a.dueDate, b.dueDate));
}

/** The visit that the latest held visit set a date for, until one outside the plan's offsets is held after it. */
function agreedNext(visits: readonly VisitRecord[]) {
  const held = visits
    .filter(({ heldDate }) => heldDate)
    .sort((a, b) => compare(a.heldDate ?? "", b.heldDate ?? ""));
  const setter = held.filter(({ nextVisitDue }) => nextVisitDue).at(-1);
  if (!setter?.nextVisitDue) return [];
  const followed = held.find(
    ({ offsetMonths, heldDate }) => offsetMonths == null && (heldDate ?? "") > (setter.heldDate ?? ""),
  );
  return [{ offsetMonths: null, dueDate: setter.nextVisitDue, heldDate: followed?.heldDate ?? null }];
}

function stateOf(visit: { dueDate: string; heldDate: string | null }, today: string, soonDays: number) {
  if (visit.heldDate) return { state: "held" as const, daysLate: 0, daysLeft: 0 };
  const days = daysBetween(today, visit.dueDate);
  if (days < 0) return { state: "late" as const, daysLate: -days, daysLeft: 0 };
  return { state: days <= soonDays ? ("soon" as const) : ("later" as const), daysLate: 0, daysLeft: days };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
