import { kindOf, type Months, pairOf } from "@/lib/indicators/calculation";
import { monthlyValue } from "@/lib/indicators/district-run";
import { addMonths, monthOf } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { median } from "@/lib/statistics/averages";

export const REACH = 12;
/** A village needs so many months since its workshop, or it says little of what came after. */
const MONTHS_AFTER = 3;
/** Fewer villages are no middle of anything. */
const VILLAGES_FROM = 2;

export type AlignedMonth = Readonly<{
  /** Months from the month of each village's own workshop. */
  offset: number;
  /** Of the villages that reported that month; null for fewer than two. */
  median: number | null;
  villages: number;
}>;

export type Aligned = Readonly<{
  unit: "share" | "count";
  months: readonly AlignedMonth[];
  villages: number;
  /** Villages with fewer than three months since their workshop; they are in it all the same. */
  short: number;
  /** The middle of the months before, and of those from the workshop's month on. */
  before: number | null;
  since: number | null;
}>;

type Village = Readonly<{ workshop: string | null; months: Months }>;

/**
 * Villages laid over each other by the month of their first workshop: for each month before and after, the median of the
 * villages that reported (screens §5, before/after). Months that are not over yet are not there.
 */
export function alignedOnWorkshop(
  villages: readonly Village[],
  indicator: ShownIndicator,
  end: number,
): Aligned {
  const unit = kindOf(indicator) === "share" ? "share" : "count";
  const held = villages.flatMap(({ workshop, months }) =>
    workshop && months.size > 0 ? [{ month: monthOf(workshop), months }] : [],
  );
  return alignedOf(unit, {
    villages: held.length,
    short: held.filter(({ month }) => isShort(month, end)).length,
    valuesAt: (offset) =>
      held.flatMap((village) => {
        const period = addMonths(village.month, offset);
        const value = period > end ? null : monthlyValue(unit, pairOf(indicator, village.months.get(period)));
        return value === null ? [] : [value];
      }),
  });
}

/** Fewer than three months since its workshop. */
export const isShort = (workshop: number, end: number): boolean => addMonths(workshop, MONTHS_AFTER) > end;

type Laid = Pick<Aligned, "villages" | "short"> &
  Readonly<{ valuesAt: (offset: number) => readonly number[] }>;

/** The same from what villages had in each month, however it was read. */
export function alignedOf(unit: Aligned["unit"], { villages, short, valuesAt }: Laid): Aligned {
  const months = Array.from({ length: 2 * REACH + 1 }, (_, at) => at - REACH).map((offset): AlignedMonth => {
    const values = valuesAt(offset);
    return {
      offset,
      median: values.length < VILLAGES_FROM ? null : median(values),
      villages: values.length,
    };
  });
  const middle = (of: readonly AlignedMonth[]) =>
    median(of.map((one) => one.median).filter((value) => value !== null));
  return {
    unit,
    months,
    villages,
    short,
    before: middle(months.slice(0, REACH)),
    since: middle(months.slice(REACH)),
  };
}
