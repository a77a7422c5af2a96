import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleDeviation } from "./averages";
import { clusteredContrast, meanOverVillages, type SignedCell } from "./clustered-contrast";
import { expectClose, expectPrinted } from "./testing/expect-close";
import { TABLE_A } from "./testing/village-sums";

const villageSum = fc.record({
  village: fc.constantFrom("a", "b", "c", "d", "e"),
  n: fc.integer({ min: 0, max: 40 }),
  mean: fc.integer({ min: -8, max: 8 }),
});
const cell = fc
  .uniqueArray(villageSum, { minLength: 2, maxLength: 5, selector: ({ village }) => village })
  .map((villages) => villages.map(({ village, n, mean }) => ({ village, n, sum: n * mean })));
const fourCells = fc
  .tuple(cell, cell, cell, cell)
  .map((cells) => cells.map((villages, c): SignedCell => ({ sign: c === 0 || c === 3 ? 1 : -1, villages })));

/** Straight from the formulas of the page, with the whole matrix P. */
function byMatrix(cells: readonly SignedCell[]) {
  const names = [
    ...new Set(cells.flatMap((one) => one.villages.filter(({ n }) => n > 0).map((v) => v.village))),
  ];
  const parts = cells.map(({ sign, villages }) => {
    const n = villages.reduce((sum, v) => sum + v.n, 0);
    const mean = villages.reduce((sum, v) => sum + v.sum, 0) / n;
    const own = names.map((name) => villages.find((v) => v.village === name) ?? { n: 0, sum: 0 });
    const a = own.map((v) => sign / n / Math.sqrt(1 - v.n / n));
    return { n, own, a, e: own.map((v) => v.sum - v.n * mean) };
  });
  const squared = names.reduce(
    (sum, _, g) => sum + parts.reduce((s, p) => s + (p.a[g] ?? 0) * (p.e[g] ?? 0), 0) ** 2,
    0,
  );
  const entry = (g: number, h: number) =>
    parts.reduce((sum, { n, own, a }) => {
      const [ng, nh, ag, ah] = [own[g]?.n ?? 0, own[h]?.n ?? 0, a[g] ?? 0, a[h] ?? 0];
      return sum + (g === h ? ng * ag * ag : 0) - (ng * ag * nh * ah) / n;
    }, 0);
  let trace = 0;
  let squares = 0;
  for (const g of names.keys()) {
    trace += entry(g, g);
    for (const h of names.keys()) squares += entry(g, h) ** 2;
  }
  return { standardError: Math.sqrt(squared), degreesOfFreedom: trace ** 2 / squares };
}

describe("meanOverVillages", () => {
  it("knows the answer of clubSandwich", () => {
    const shown = meanOverVillages(TABLE_A.exposed.baseline);
    expect(shown).toMatchObject({ status: "ok", villages: 6, cellSizes: [155] });
    expectPrinted(shown.estimate, 4.2709677);
    expectPrinted(shown.standardError, 0.19734314);
    expectPrinted(shown.degreesOfFreedom, 4.5726944);
    expectPrinted(shown.lo, 3.7490858);
    expectPrinted(shown.hi, 4.7928497);
  });

  it("is the plain standard error of the village means when villages are equally large", () => {
    const means = fc.array(fc.integer({ min: -80, max: 80 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(means, fc.integer({ min: 1, max: 30 }), (sums, n) => {
        const shown = meanOverVillages(
          sums.map((sum, index) => ({ village: `${index}`, n, sum })),
          1,
        );
        const spread = sampleDeviation(sums.map((sum) => sum / n)) ?? 0;
        expect(shown.standardError ?? 0).toBeCloseTo(spread / Math.sqrt(sums.length), 10);
        if (spread > 0) expectClose(shown.degreesOfFreedom, sums.length - 1, 1e-9);
      }),
    );
  });
});

describe("clusteredContrast", () => {
  const twoVillages = (n: number) => [
    { village: "a", n, sum: 3 * n },
    { village: "b", n, sum: 5 * n },
  ];

  it("shows nothing when any cell is below ten, not even the counts", () => {
    const hidden = clusteredContrast([
      { sign: 1, villages: twoVillages(20) },
      { sign: -1, villages: twoVillages(4) },
    ]);
    expect(hidden).toEqual({
      status: "hidden",
      estimate: null,
      standardError: null,
      degreesOfFreedom: null,
      lo: null,
      hi: null,
      villages: null,
      cellSizes: null,
    });
    expect(meanOverVillages(twoVillages(5)).status).not.toBe("hidden");
  });

  it("has no estimate with an empty cell", () => {
    const villages = twoVillages(20);
    const empty = clusteredContrast([
      { sign: 1, villages },
      { sign: -1, villages: [{ village: "a", n: 0, sum: 0 }] },
    ]);
    expect(empty).toMatchObject({ status: "empty-cell", estimate: null, cellSizes: [40, 0] });
  });

  it("gives no interval for a cell found in one village, for few villages and without spread", () => {
    expect(meanOverVillages([{ village: "a", n: 20, sum: 40 }])).toMatchObject({
      status: "one-village-cell",
      estimate: 2,
      standardError: null,
      lo: null,
    });
    const few = meanOverVillages(twoVillages(20));
    expect(few).toMatchObject({ status: "low-df", estimate: 4, lo: null, hi: null });
    expectClose(few.standardError, 1, 1e-12);
    expectClose(few.degreesOfFreedom, 1, 1e-12);
    const equal = ["a", "b", "c", "d", "e", "f"].map((village, index) => ({
      village,
      n: 10 + index,
      sum: 7 + 0.7 * index,
    }));
    expect(meanOverVillages(equal)).toMatchObject({ status: "no-spread", lo: null, hi: null });
  });

  it("refuses broken counts", () => {
    for (const broken of [
      { n: -1, sum: 0 },
      { n: 1.5, sum: 0 },
      { n: 0, sum: 3 },
      { n: 10, sum: Number.NaN },
    ]) {
      expect(() => meanOverVillages([{ village: "a", ...broken }])).toThrow(RangeError);
    }
  });

  it("agrees with the page's matrix formula", () => {
    fc.assert(
      fc.property(fourCells, (cells) => {
        const shown = clusteredContrast(cells, 1);
        if (shown.degreesOfFreedom === null) return;
        const expected = byMatrix(cells);
        expectClose(shown.standardError, expected.standardError, 1e-9);
        expectClose(shown.degreesOfFreedom, expected.degreesOfFreedom, 1e-9);
        expect(shown.degreesOfFreedom).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
    );
  });

  it("does not mind one village's answers coming in two parts, nor their order", () => {
    fc.assert(
      fc.property(fourCells, (cells) => {
        const split = cells.map(({ sign, villages }) => ({
          sign,
          villages: villages
            .flatMap(({ village, n, sum }) =>
              n < 2
                ? [{ village, n, sum }]
                : [
                    { village, n: n - 1, sum: sum - 1 },
                    { village, n: 1, sum: 1 },
                  ],
            )
            .reverse(),
        }));
        const [one, other] = [clusteredContrast(cells), clusteredContrast(split)];
        expect(other.status).toBe(one.status);
        expect(other.cellSizes).toEqual(one.cellSizes);
        expectClose(other.estimate, one.estimate, 1e-9);
      }),
    );
  });
});
