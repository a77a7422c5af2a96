import { expect, it } from "vitest";
import { niceTop, runShape, size } from "./run-chart-shape";

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [7, 10],
  [12, 20],
  [0.6, 1],
  [180, 200],
])("an axis for %d ends at %d", (value, top) => expect(niceTop(value)).toBe(top));

it("an axis of shares may end below one", () => expect(niceTop(0.31, 0.1)).toBe(0.5));

it("breaks the line at a missing month and draws it nowhere as zero", () => {
  const { pieces, missing } = runShape([2, 4, null, null, 0, 1], 3);
  expect(pieces.map((piece) => piece.map(({ at }) => at))).toEqual([
    [0, 1],
    [4, 5],
  ]);
  expect(missing.map(({ at }) => at)).toEqual([2, 3]);
  const points = pieces.flat().map(({ y }) => y);
  expect(Math.max(...points)).toBe(size.height - size.bottom);
});

it("starts at zero and keeps every point inside", () => {
  const { pieces, y } = runShape([5, 5, 5], 5);
  expect(y(0)).toBe(size.height - size.bottom);
  for (const point of pieces.flat()) {
    expect(point.y).toBeGreaterThanOrEqual(size.top);
    expect(point.x).toBeLessThanOrEqual(size.width - size.right);
  }
});
