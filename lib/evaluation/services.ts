import { type Aligned, alignedOf, isShort } from "@/lib/comparison/aligned";
import { kindOf } from "@/lib/indicators/calculation";
import { monthlyValue } from "@/lib/indicators/district-run";
import type { ShownIndicator } from "@/lib/indicators/view";
import {
  type ClusteredContrast,
  meanOverVillages,
  type VillageSum,
} from "@/lib/statistics/clustered-contrast";
import { changeBetweenRounds, differenceInDifference } from "@/lib/statistics/difference-in-difference";

/** How many villages of a group had k of n in the month so far from their workshop. */
export type Counted = readonly [
  connect: boolean,
  offset: number,
  k: number,
  n: number | null,
  villages: number,
];
/** A village of the comparison: month of its workshop (yyyymm), and sums with reported months of the year before and the year after. */
export type Compared = readonly [
  connect: boolean,
  workshop: number,
  beforeK: number | null,
  beforeN: number | null,
  beforeMonths: number,
  afterK: number | null,
  afterN: number | null,
  afterMonths: number,
];

export type GroupUptake = Readonly<{
  before: ClusteredContrast;
  after: ClusteredContrast;
  change: ClusteredContrast;
}>;
/** A share of people, or what one village counted in one month. */
export type Uptake = Readonly<{
  unit: Aligned["unit"];
  connect: GroupUptake;
  others: GroupUptake;
  difference: ClusteredContrast;
}>;

/** The villages laid over each other by the month of their workshop, as the district's page does it (`alignedOnWorkshop`). */
export function alignedGroup(
  connect: boolean,
  { counted, compared }: Given,
  { indicator, end }: Readonly<{ indicator: ShownIndicator; end: number }>,
): Aligned {
  const unit = unitOf(indicator);
  const villages = compared.filter(([one]) => one === connect);
  const byOffset = Map.groupBy(
    counted.filter(([one]) => one === connect),
    ([, offset]) => offset,
  );
  return alignedOf(unit, {
    villages: villages.length,
    short: villages.filter(([, workshop]) => isShort(workshop, end)).length,
    valuesAt: (offset) =>
      (byOffset.get(offset) ?? []).flatMap(([, , k, n, count]) => {
        const value = monthlyValue(unit, { k, n });
        return value === null ? [] : Array<number>(count).fill(value);
      }),
  });
}

type Given = Readonly<{ counted: readonly Counted[]; compared: readonly Compared[] }>;
const unitOf = (indicator: ShownIndicator) => (kindOf(indicator) === "share" ? "share" : "count");

/** Change of the villages with a workshop less the change of those beside them, CR2 by village (statistics.md §4). */
export function uptakeOf(compared: readonly Compared[], indicator: ShownIndicator): Uptake {
  const unit = unitOf(indicator);
  const sums = (connect: boolean, when: "before" | "after"): VillageSum[] =>
    compared.flatMap(([one, , beforeK, beforeN, beforeMonths, afterK, afterN, afterMonths], at) => {
      const [k, people, months] =
        when === "before" ? [beforeK, beforeN, beforeMonths] : [afterK, afterN, afterMonths];
      const n = unit === "share" ? (people ?? 0) : months;
      return one === connect && n > 0 ? [{ village: String(at), n, sum: k ?? 0 }] : [];
    });
  const rounds = (connect: boolean) => ({
    baseline: sums(connect, "before"),
    endline: sums(connect, "after"),
  });
  const [exposed, unexposed] = [rounds(true), rounds(false)];
  const group = ({ baseline, endline }: typeof exposed): GroupUptake => ({
    before: meanOverVillages(baseline),
    after: meanOverVillages(endline),
    change: changeBetweenRounds({ baseline, endline }),
  });
  return {
    unit,
    connect: group(exposed),
    others: group(unexposed),
    difference: differenceInDifference({ exposed, unexposed }),
  };
}
