import { isSmall, suppress } from "@/lib/statistics/suppression";
import { hiddenInTree } from "@/lib/statistics/tree-suppression";
import { TRUST_FROM } from "@/lib/statistics/trust-index";
import { type Cell, HIDDEN } from "./tables";

/** Fewer people are in no cell, and follow from none. */
const LEAST = TRUST_FROM;

export type CountedShare = Readonly<{ district: string; province: string; k: number; n: number | null }>;

/**
 * k of n of districts in one quarter. A share is the two counts k and n − k; hidden are also as many others as it takes that a
 * province's or the nation's sum, told elsewhere, leaves ten people or nobody. Where even that fails, the whole province is.
 */
export function sharesToTell(shares: readonly CountedShare[]): Cell[][] {
  const table = shares.map(({ province, k, n }) => ({
    group: province,
    counts: n === null ? [k] : [k, Math.max(0, n - k)],
  }));
  const { rows, groups, whole } = hiddenInTree(table, { threshold: LEAST });
  return shares.map(({ province, k, n }, at) =>
    whole || groups.has(province) || rows.has(at) ? [HIDDEN, n === null ? null : HIDDEN] : [k, n],
  );
}

export type CountedPeople = Readonly<{ year: number; category: string; people: number }>;

/** People by year and kind; a year whose sum would have to be hidden too tells nothing at all. */
export function peopleToTell(
  counted: readonly CountedPeople[],
): (readonly [year: number, category: string, people: Cell])[] {
  const years = [...new Set(counted.map(({ year }) => year))].sort();
  const categories = [...new Set(counted.map(({ category }) => category))].sort();
  if (years.length === 0) return [];
  const counts = years.map((year) =>
    categories.map((category) =>
      counted.reduce(
        (sum, one) => sum + (one.year === year && one.category === category ? one.people : 0),
        0,
      ),
    ),
  );
  const { hidden } = suppress(counts, LEAST);
  const totalsHidden = hidden.at(-1)?.some((one) => one) ?? false;
  return years.flatMap((year, row) =>
    categories.map((category, column) => {
      const people = counts[row]?.[column] ?? 0;
      const line = hidden[row] ?? [];
      const not = totalsHidden || line.at(-1) || line[column] || isSmall(people, LEAST);
      return [year, category, not ? HIDDEN : people] as const;
    }),
  );
}
