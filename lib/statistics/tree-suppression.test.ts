import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSmall } from "./suppression";
import { type HiddenTree, hiddenInTree, type TreeRow } from "./tree-suppression";

const row = (group: string, ...counts: number[]): TreeRow => ({ group, counts });
const told = ({ rows, groups, whole }: HiddenTree) => ({
  rows: [...rows].sort((a, b) => a - b),
  groups: [...groups].sort(),
  whole,
});

describe("known tables", () => {
  it.each<[string, TreeRow[], ReturnType<typeof told>]>([
    [
      "nothing small, nothing hidden",
      [row("a", 10, 20), row("a", 0, 9)],
      { rows: [], groups: [], whole: false },
    ],
    [
      "a small row takes the smallest of its group with it",
      [row("a", 3, 40), row("a", 30, 40), row("a", 12, 40), row("b", 9, 9)],
      { rows: [0, 2], groups: [], whole: false },
    ],
    [
      "19 of 20 is one person who did not",
      [row("a", 19, 1), row("a", 10, 10), row("a", 50, 50)],
      { rows: [0, 1], groups: [], whole: false },
    ],
    [
      "two small rows of 1 are not enough: 0…2 each",
      [row("a", 1), row("a", 1), row("a", 48)],
      { rows: [0, 1, 2], groups: [], whole: false },
    ],
    [
      "a group that is small itself hides its total, and the total of all needs another",
      [row("a", 3), row("b", 30), row("b", 9), row("c", 80)],
      { rows: [0, 2], groups: ["a", "b"], whole: false },
    ],
    [
      "a group of one row has no cover but another group's",
      [row("a", 3), row("b", 30)],
      { rows: [0, 1], groups: ["a", "b"], whole: false },
    ],
    ["one row alone: nothing is left to say", [row("a", 3)], { rows: [0], groups: ["a"], whole: true }],
    ["zeros stay", [row("a", 0), row("a", 0)], { rows: [], groups: [], whole: false }],
  ])("%s", (_, table, expected) => {
    expect(told(hiddenInTree(table))).toEqual(expected);
  });

  it("keeps hidden what was hidden before", () => {
    const before: HiddenTree = { rows: new Set([1]), groups: new Set(["a"]), whole: false };
    expect(told(hiddenInTree([row("a", 50), row("a", 60), row("b", 70)], { kept: before }))).toEqual({
      rows: [1],
      groups: ["a"],
      whole: false,
    });
  });

  it("refuses what is no count", () => {
    expect(() => hiddenInTree([row("a", 1.5)])).toThrow(RangeError);
    expect(() => hiddenInTree([row("a", -1)])).toThrow(RangeError);
  });
});

type Equation = readonly number[];

/** What is told, as equations over the hidden rows: each shown total minus its shown rows. Independent of the algorithm's blocks. */
function equations(table: readonly TreeRow[], hidden: HiddenTree): Equation[] {
  const over = (member: (one: TreeRow) => boolean): Equation =>
    table.map((one, at) => (hidden.rows.has(at) && member(one) ? 1 : 0));
  const groups = [...new Set(table.map(({ group }) => group))].filter((group) => !hidden.groups.has(group));
  return [
    ...groups.map((group) => over((one) => one.group === group)),
    ...(hidden.whole ? [] : [over(() => true)]),
  ];
}

function rank(rows: readonly Equation[]): number {
  const left = rows.map((one) => [...one]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((one, index) => index >= found && Math.abs(one[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    [left[found], left[at]] = [left[at] as number[], left[found] as number[]];
    const pivot = left[found] as number[];
    for (const [index, one] of left.entries()) {
      const times = index === found ? 0 : (one[column] ?? 0) / (pivot[column] ?? 1);
      for (const [k, value] of pivot.entries()) one[k] = (one[k] ?? 0) - times * value;
    }
    found++;
  }
  return found;
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 4, arbitrary: fc.integer({ min: 10, max: 90 }) },
);
const tableOf = fc.array(
  fc.record({ group: fc.constantFrom("a", "b", "c"), counts: fc.tuple(count, count) }),
  { minLength: 1, maxLength: 9 },
);

describe("whatever the table", () => {
  it("no set of hidden rows that follows from what is shown has 1 … threshold − 1 in any column", () => {
    fc.assert(
      fc.property(tableOf, fc.constantFrom(5, 10), (table, threshold) => {
        const hidden = hiddenInTree(table, { threshold });
        for (const [at, one] of table.entries())
          if (one.counts.some((value) => isSmall(value, threshold))) expect(hidden.rows.has(at)).toBe(true);
        const known = equations(table, hidden);
        const cells = [...hidden.rows];
        const basis = rank(known);
        for (let chosen = 1; chosen < 2 ** cells.length; chosen++) {
          const set = cells.filter((_, bit) => chosen & (1 << bit));
          const asked = table.map((_, at) => (set.includes(at) ? 1 : 0));
          if (rank([...known, asked]) > basis) continue;
          for (const column of [0, 1]) {
            const sum = set.reduce((total, at) => total + (table[at]?.counts[column] ?? 0), 0);
            expect(isSmall(sum, threshold), JSON.stringify({ table, set, column })).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("every hidden count could be each of at least as many values as the threshold (by trying), or is known to be 0", () => {
    const few = fc.array(
      fc.record({ group: fc.constantFrom("a", "b"), counts: fc.tuple(fc.integer({ min: 0, max: 8 })) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(few, (table) => {
        const hidden = hiddenInTree(table);
        const cells = [...hidden.rows];
        const known = equations(table, hidden).map((equation) => ({
          equation,
          sum: equation.reduce((sum, times, at) => sum + times * (table[at]?.counts[0] ?? 0), 0),
        }));
        const seen = cells.map(() => new Set<number>());
        const most = table.reduce((sum, one) => sum + (one.counts[0] ?? 0), 0);
        const tried = (values: number[]): void => {
          if (values.length < cells.length) {
            for (let value = 0; value <= Math.max(most, 6); value++) tried([...values, value]);
            return;
          }
          const at = (index: number) => values[cells.indexOf(index)] ?? 0;
          const fits = known.every(
            ({ equation, sum }) => equation.reduce((total, times, one) => total + times * at(one), 0) === sum,
          );
          if (fits) for (const [index, value] of values.entries()) seen[index]?.add(value);
        };
        tried([]);
        for (const [index, values] of seen.entries()) {
          const truth = table[cells[index] ?? -1]?.counts[0] ?? 0;
          if (truth > 0) expect(values.size).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("a later look at other numbers never shows what was hidden", () => {
    fc.assert(
      fc.property(
        tableOf,
        fc.array(fc.tuple(count, count), { minLength: 9, maxLength: 9 }),
        (table, counts) => {
          const before = hiddenInTree(table);
          const later = table.map((one, at) => ({ ...one, counts: counts[at] ?? [0, 0] }));
          const after = hiddenInTree(later, { kept: before });
          for (const at of before.rows) expect(after.rows.has(at)).toBe(true);
          for (const group of before.groups) expect(after.groups.has(group)).toBe(true);
          expect(after.whole || !before.whole).toBe(true);
        },
      ),
    );
  });
});
