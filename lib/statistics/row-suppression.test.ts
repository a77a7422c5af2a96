import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HiddenRows, hiddenShares, hiddenSubgroups } from "./row-suppression";
import { isSmall } from "./suppression";
import { valuesByExample } from "./testing/outsider";

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

describe("hiddenSubgroups", () => {
  it.each([
    [[30, 25], "..", "."],
    [[9, 25, 40], "xx.", "."],
    [[9, 40, 25], "x.x", "."],
    [[4, 5, 30], "xxx", "."],
    [[5, 5, 30], "xx.", "."],
    [[0, 12, 30], "...", "."],
    [[0, 3, 30], ".xx", "."],
    [[6, 6], "xx", "."],
    [[4, 5], "xx", "x"],
    [[9], "x", "x"],
    [[10], ".", "."],
    [[], "", "x"],
  ])("of %j respondents: %s, total %s", (respondents, rows, total) => {
    const hidden = hiddenSubgroups(respondents);
    const sign = (one: boolean) => (one ? "x" : ".");
    expect([hidden.rows.map(sign).join(""), sign(hidden.total)]).toEqual([rows, total]);
  });

  it("refuses what is no count", () => {
    expect(() => hiddenSubgroups([3, -1])).toThrow(RangeError);
    expect(() => hiddenSubgroups([2.5])).toThrow(RangeError);
  });

  it("never leaves the mean of fewer than ten to be worked out, and hides nothing without need", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
        (respondents) => {
          const { rows, total } = hiddenSubgroups(respondents);
          respondents.forEach((count, at) => {
            if (isSmall(count, 10)) expect(rows[at]).toBe(true);
          });
          expect(total).toBe(sum(respondents) < 10 && sum(respondents) > 0);
          const rest = sum(respondents.filter((_, at) => rows[at]));
          if (!total) expect(rest === 0 || rest >= 10).toBe(true);
          if (!respondents.some((count) => isSmall(count, 10))) expect(rows).not.toContain(true);
        },
      ),
    );
  });
});

describe("hiddenShares", () => {
  const share = fc
    .integer({ min: 0, max: 40 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));

  it.each([
    [
      [
        { k: 19, n: 20 },
        { k: 10, n: 20 },
        { k: 30, n: 60 },
      ],
      "xx.",
    ],
    [
      [
        { k: 10, n: 20 },
        { k: 30, n: 60 },
      ],
      "..",
    ],
    [
      [
        { k: 20, n: 20 },
        { k: 30, n: 60 },
      ],
      "..",
    ],
    [
      [
        { k: 0, n: 3 },
        { k: 0, n: 20 },
        { k: 0, n: 30 },
      ],
      "xx.",
    ],
  ])("%j: %s", (shares, rows) => {
    const hidden = hiddenShares(shares);
    expect(hidden.rows.map((one) => (one ? "x" : ".")).join("")).toBe(rows);
    expect(hidden.total).toBe(false);
  });

  it("hides a small total too", () => {
    expect(
      hiddenShares([
        { k: 1, n: 10 },
        { k: 2, n: 20 },
      ]),
    ).toEqual({ total: true, rows: [true, true] });
    expect(
      hiddenShares([
        { k: 1, n: 10 },
        { k: 0, n: 20 },
      ]),
    ).toEqual({ total: true, rows: [true, false] });
    expect(hiddenShares([])).toEqual({ total: true, rows: [] });
  });

  it("refuses more of than there are", () => {
    expect(() => hiddenShares([{ k: 3, n: 2 }])).toThrow(RangeError);
    expect(() => hiddenShares([{ k: 1.5, n: 2 }])).toThrow(RangeError);
  });

  const published = (counts: number[][], { rows }: HiddenRows) =>
    counts.map((row, at) => row.map((count) => (rows[at] ? null : count)));

  it("leaves every hidden count open over five values, unless it is a zero (by example)", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (shares) => {
        const hidden = hiddenShares(shares);
        const counts = shares.map(({ k, n }) => [k, n - k, n]);
        const truth = [...counts, [0, 1, 2].map((column) => sum(counts.map((row) => row[column] ?? 0)))];
        const seen = published(truth, { ...hidden, rows: [...hidden.rows, hidden.total] });
        shares.forEach(({ k, n }, at) => {
          if (isSmall(k) || isSmall(n - k)) expect(hidden.rows[at]).toBe(true);
          if (!hidden.rows[at]) return;
          for (const column of [0, 1]) {
            if (counts[at]?.[column] === 0) continue;
            expect(valuesByExample(truth, seen, [at, column], 5).size).toBe(5);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
