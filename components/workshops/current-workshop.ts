import { daysBetween } from "@/lib/i18n/format";
import type { Workshop } from "@/lib/workshops/schema";

type Held = Readonly<{ fields: Workshop }>;

const finished = (fields: Workshop) => fields.status === "done" || fields.status === "cancelled";
const underWayDays = 14;

/**
 * The workshop to go on with: begun within the last 14 days and not finished, the latest first; else the next one planned.
 * Dates are ISO days.
 */
export function currentWorkshop<T extends Held>(workshops: readonly T[], today: string): T | null {
  const open = workshops.filter(({ fields }) => !finished(fields));
  const begun = open
    .filter(
      ({ fields }) =>
        fields.startDate <= today && daysBetween(fields.endDate ?? fields.startDate, today) <= underWayDays,
    )
    .sort((a, b) => b.fields.startDate.localeCompare(a.fields.startDate));
  const planned = open
    .filter(({ fields }) => fields.startDate > today)
    .sort((a, b) => a.fields.startDate.localeCompare(b.fields.startDate));
  return begun[0] ?? planned[0] ?? null;
}

/** Which day of the workshop today is, 1 first; null before it begins and after it ends. */
export function dayOfWorkshop({ startDate, endDate }: Workshop, today: string): number | null {
  const last = endDate ?? startDate;
  return today < startDate || today > last ? null : daysBetween(startDate, today) + 1;
}
