import { type Calculated, type Months, type Spell, spellOf } from "./calculation";
import type { Figure } from "./denominators";
import { addMonths, monthOf, monthsUntil } from "./months";

/** k of n of up to twelve months each; one village's, so no signal and no test. */
export type SinceWorkshop = Readonly<{ before: Spell; after: Spell }>;

type Given = Readonly<{ months: Months; figures: readonly Figure[]; workshop: string | null; end: number }>;

/** The twelve months before the month of the village's first workshop, and the newest twelve from that month on. */
export function sinceWorkshop(
  indicator: Calculated,
  { months, figures, workshop, end }: Given,
): SinceWorkshop | null {
  const month = workshop && monthOf(workshop);
  if (!month || month > end) return null;
  const told = (periods: readonly number[]) => spellOf(indicator, { periods, months, figures });
  return {
    before: told(monthsUntil(addMonths(month, -1), 12)),
    after: told(monthsUntil(end, 12).filter((period) => period >= month)),
  };
}
