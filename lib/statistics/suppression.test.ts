import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSmall, suppress } from "./suppression";
import { narrowedCells, valuesByTrying } from "./testing/outsider";

const X = null;

function withTotals(counts: number[][]): number[][] {
  const columns = counts[0]?.length ?? 0;
  const totals = Array.from({ length: columns }, (_, at) =>
    counts.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  return [...counts, totals].map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
}

describe("isSmall", () => {
  it.each([
    [0, 5, false],
    [1, 5, true],
    [4, 5, true],
    [5, 5, false],
    [9, 10, true],
    [10, 10, false],
  ])("%i under %i: %s", (count, threshold, small) => {
    expect(isSmall(count, threshold)).toBe(small);
  });
});

describe("suppress", () => {
  it.each([
    [
      [
        [3, 20, 14],
        [12, 9, 30],
        [8, 17, 25],
      ],
      [
        [X, X, 14, 37],
        [X, X, 30, 51],
        [8, 17, 25, 50],
        [23, 46, 69, 138],
      ],
    ],
    [
      [[1, 20, 29]],
      [
        [X, X, 29, 50],
        [X, X, 29, 50],
      ],
    ],
    [
      [[1, 1, 48]],
      [
        [X, X, X, 50],
        [X, X, X, 50],
      ],
    ],
    [
      [[3, 0, 47]],
      [
        [X, 0, X, 50],
        [X, 0, X, 50],
      ],
    ],
    [
      [
        [10, 20],
        [30, 40],
      ],
      [
        [10, 20, 30],
        [30, 40, 70],
        [40, 60, 100],
      ],
    ],
    [
      [[0, 0]],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      [[3]],
      [
        [X, X],
        [X, X],
      ],
    ],
  ])("%j", (counts, shown) => {
    const pattern = suppress(counts);
    expect(pattern.shown).toEqual(shown);
    expect(pattern.hidden).toEqual(shown.map((row) => row.map((count) => count === null)));
  });

  it("hides a share 19 of 20 whole", () => {
    expect(suppress([[19, 1]]).shown[0]).toEqual([X, X, 20]);
  });

  it("refuses tables too large, no tables, and thresholds that hide nothing", () => {
    const wide = [Array.from({ length: 13 }, () => 1)];
    expect(() => suppress(wide)).toThrow(RangeError);
    expect(() => suppress((wide[0] ?? []).map((count) => [count]))).toThrow(RangeError);
    expect(() => suppress([])).toThrow(RangeError);
    expect(() => suppress([[1, 2]], 1)).toThrow(RangeError);
    expect(() => suppress([[1, 2]], 2.5)).toThrow(RangeError);
  });

  const tableOf = (most: { rows: number; columns: number }, count: fc.Arbitrary<number>) =>
    fc
      .tuple(fc.integer({ min: 1, max: most.rows }), fc.integer({ min: 1, max: most.columns }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
  const mixed = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
  );

  it("hides every small cell and leaves no hidden cell narrower than the threshold (by example)", () => {
    fc.assert(
      fc.property(tableOf({ rows: 5, columns: 6 }, mixed), fc.constantFrom(5, 10), (counts, threshold) => {
        const truth = withTotals(counts);
        const { shown } = suppress(counts, threshold);
        truth.forEach((row, at) => {
          row.forEach((count, column) => {
            const seen = shown[at]?.[column];
            if (isSmall(count, threshold)) expect(seen).toBeNull();
            else expect([null, count]).toContain(seen);
          });
        });
        expect(narrowedCells(truth, shown, threshold)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves no hidden cell narrower than the threshold (by trying every table)", () => {
    fc.assert(
      fc.property(tableOf({ rows: 2, columns: 2 }, fc.integer({ min: 0, max: 7 })), (counts) => {
        const { shown } = suppress(counts);
        const whole = withTotals(counts).at(-1)?.at(-1) ?? 0;
        const most = shown.at(-1)?.at(-1) === null ? whole + 5 : whole;
        for (const values of valuesByTrying(shown, most, 5).values()) {
          expect(values.size).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("hides nothing where nothing is small, and never a cell it could give back", () => {
    const large = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 60 }));
    fc.assert(
      fc.property(tableOf({ rows: 4, columns: 4 }, large), (counts) => {
        expect(suppress(counts).hidden.flat()).not.toContain(true);
      }),
    );
    fc.assert(
      fc.property(tableOf({ rows: 3, columns: 3 }, mixed), (counts) => {
        const truth = withTotals(counts);
        const { shown } = suppress(counts);
        truth.forEach((row, at) => {
          row.forEach((count, column) => {
            if (shown[at]?.[column] !== null || isSmall(count)) return;
            const more = shown.map((line, one) => (one === at ? line.with(column, count) : line));
            expect(narrowedCells(truth, more, 5)).not.toEqual([]);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});
