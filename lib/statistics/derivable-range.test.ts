import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivableRange, withMargins } from "./derivable-range";
import { narrowedCells, type Published, valuesByExample, valuesByTrying } from "./testing/outsider";

function gridOf(counts: number[][]): number[][] {
  const { values, columns, rows } = withMargins(counts);
  return Array.from({ length: rows + 1 }, (_, row) =>
    values.slice(row * (columns + 1), (row + 1) * (columns + 1)),
  );
}

function publish(grid: number[][], hidden: ReadonlySet<number>): Published {
  const width = grid[0]?.length ?? 0;
  return grid.map((line, row) =>
    line.map((count, column) => (hidden.has(row * width + column) ? null : count)),
  );
}

describe("withMargins", () => {
  it("adds rows, columns and the whole", () => {
    expect(
      withMargins([
        [3, 20, 14],
        [12, 9, 30],
      ]),
    ).toEqual({
      rows: 2,
      columns: 3,
      values: [3, 20, 14, 37, 12, 9, 30, 51, 15, 29, 44, 88],
    });
  });

  it.each([[[]], [[[]]], [[[1, 2], [3]]], [[[-1]]], [[[1.5]]]])("refuses %j", (counts) => {
    expect(() => withMargins(counts)).toThrow(RangeError);
  });
});

describe("derivableRange", () => {
  // The naive results of the page.
  it.each([
    [
      "3 alone follows from its row",
      [
        [3, 20, 14],
        [12, 9, 30],
        [8, 17, 25],
      ],
      [0],
      0,
      0,
      0,
    ],
    ["1 and its column's total follow from the whole", [[1, 20, 29]], [0, 4], 0, 0, 0],
    ["two ones are each 0…2", [[1, 1, 48]], [0, 1, 4, 5], 0, 1, 1],
    ["3 beside 0 is 0…3", [[3, 0, 47]], [0, 1, 4, 5], 0, 3, 0],
    ["0 beside 3 is 0…3", [[3, 0, 47]], [0, 1, 4, 5], 1, 0, 3],
    ["everything hidden has no upper end", [[3]], [0, 1, 2, 3], 0, 3, Number.POSITIVE_INFINITY],
  ])("%s", (_, counts, hidden, cell, fall, rise) => {
    expect(derivableRange(withMargins(counts), new Set(hidden), cell)).toEqual({ fall, rise });
  });

  it("looks no further than it must", () => {
    const table = withMargins([
      [10, 20],
      [30, 40],
    ]);
    const hidden = new Set([0, 1, 3, 4]);
    expect(derivableRange(table, hidden, 0)).toEqual({ fall: 10, rise: 20 });
    expect(derivableRange(table, hidden, 0, 4)).toEqual({ fall: 4, rise: 0 });
    expect(derivableRange(table, hidden, 0, 12)).toEqual({ fall: 10, rise: 2 });
  });

  const small = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) => {
      const count = fc.integer({ min: 0, max: 3 });
      const row = fc.array(count, { minLength: columns, maxLength: columns });
      const cells = (rows + 1) * (columns + 1);
      return fc.record({
        counts: fc.array(row, { minLength: rows, maxLength: rows }),
        // The grand total stays published, so that trying every table comes to an end.
        hidden: fc.uniqueArray(fc.integer({ min: 0, max: cells - 2 }), {
          minLength: 1,
          maxLength: cells - 1,
        }),
      });
    });

  it("is exactly what trying every table shows", () => {
    fc.assert(
      fc.property(small, ({ counts, hidden }) => {
        const table = withMargins(counts);
        const grid = gridOf(counts);
        const most = grid.at(-1)?.at(-1) ?? 0;
        const tried = valuesByTrying(publish(grid, new Set(hidden)), most);
        for (const cell of hidden) {
          const value = table.values[cell] ?? 0;
          const { fall, rise } = derivableRange(table, new Set(hidden), cell);
          const width = table.columns + 1;
          const values = tried.get(`${Math.floor(cell / width)},${cell % width}`) ?? new Set();
          expect([Math.min(...values), Math.max(...values)]).toEqual([value - fall, value + rise]);
          expect(values.size).toBe(fall + rise + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is reached by tables one can exhibit", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 40 }));
    const row = fc.array(count, { minLength: 4, maxLength: 4 });
    const hiding = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), hiding, (counts, hidden) => {
        const grid = gridOf(counts);
        const published = publish(grid, new Set(hidden));
        const narrow: string[] = [];
        for (const cell of hidden) {
          const place: [number, number] = [Math.floor(cell / 5), cell % 5];
          const { fall, rise } = derivableRange(withMargins(counts), new Set(hidden), cell, 4);
          const examples = valuesByExample(grid, published, place, 5);
          expect(examples.size).toBe(Math.min(fall + rise, 4) + 1);
          if (fall + rise < 4) narrow.push(place.join());
        }
        expect(narrowedCells(grid, published, 5).sort()).toEqual(narrow.sort());
      }),
      { numRuns: 60 },
    );
  });
});
