import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfMeans } from "./mean-difference";

const estimate = (mean: number, half: number) => ({ mean, lo: mean - half, hi: mean + half });

describe("difference of two means", () => {
  it.each([
    ["3-4-5", estimate(2, 3), estimate(6, 4), [-4, -9, 1]],
    ["5-12-13", estimate(1, 5), estimate(15, 12), [-14, -27, -1]],
    ["the same twice", estimate(4, 1), estimate(4, 1), [0, -Math.SQRT2, Math.SQRT2]],
    ["limits unlike on both sides", { mean: 1, lo: -2, hi: 5 }, { mean: 3, lo: 0, hi: 7 }, [-2, -7, 3]],
  ])("%s", (_title, first, second, [difference, lo, hi]) => {
    const found = differenceOfMeans(first, second);
    expect(found.difference).toBeCloseTo(difference as number, 12);
    expect(found.lo).toBeCloseTo(lo as number, 12);
    expect(found.hi).toBeCloseTo(hi as number, 12);
  });

  it("has no interval where a mean has none, and no value where there is no mean", () => {
    expect(differenceOfMeans({ mean: 3, lo: null, hi: null }, estimate(1, 1))).toEqual({
      difference: 2,
      lo: null,
      hi: null,
    });
    expect(differenceOfMeans({ mean: null, lo: null, hi: null }, estimate(1, 1)).difference).toBeNull();
  });

  it("excludes 0 wherever the two intervals do not touch", () => {
    const number = fc.double({ min: -8, max: 8, noNaN: true });
    const half = fc.double({ min: 0.01, max: 4, noNaN: true });
    fc.assert(
      fc.property(number, half, half, half, (mean, a, b, gap) => {
        const found = differenceOfMeans(estimate(mean, a), estimate(mean + a + b + gap, b));
        expect(found.hi).toBeLessThan(0);
      }),
    );
  });
});
