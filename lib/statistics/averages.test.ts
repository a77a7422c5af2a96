import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, median, sampleDeviation, sampleVariance } from "./averages";

describe("averages", () => {
  it("are null of nothing, the variance already of one", () => {
    expect([mean([]), median([]), sampleVariance([]), sampleVariance([4]), sampleDeviation([4])]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [[4], 4],
    [[1, 3, 2], 2],
    [[10, 12, 9, 11, 10, 13, 8, 12, 11, 10, 9, 11], 10.5],
    [[40, 42, 38, 41, 39, 43, 40, 160, 37, 41, 44, 40], 40.5],
    [[9, 100, 10], 10],
  ])("median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("divides by n − 1", () => {
    expect(mean([3, 5])).toBe(4);
    expect(sampleVariance([3, 5])).toBe(2);
    expect(sampleDeviation([-8, 8])).toBeCloseTo(11.313708498984761, 12);
  });

  it("finds no spread among equal values, whatever floating point makes of their mean", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        (value, n) => {
          expect(sampleVariance(Array.from({ length: n }, () => value))).toBe(0);
        },
      ),
    );
  });

  it("does not disturb what it is given", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(median(values)).toBe(2);
  });
});
