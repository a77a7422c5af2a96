import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionDisplay, wilson } from "./proportion";

describe("wilson", () => {
  // Known answers of R: prop.test(k, n, correct = FALSE)
  it.each([
    [0, 1, 0, 0, 0.79345069],
    [1, 1, 1, 0.20654931, 1],
    [0, 5, 0, 0, 0.43448246],
    [4, 5, 0.8, 0.37553463, 0.96377589],
    [12, 20, 0.6, 0.3865815, 0.78119347],
    [180, 300, 0.6, 0.5436366, 0.65383481],
    [15, 20, 0.75, 0.53129912, 0.8881383],
    [5, 17, 0.29411765, 0.1327999, 0.5313311],
  ])("%i of %i", (k, n, p, lo, hi) => {
    const shown = wilson(k, n);
    expect(shown.p).toBeCloseTo(p, 8);
    expect(shown.lo).toBeCloseTo(lo, 8);
    expect(shown.hi).toBeCloseTo(hi, 8);
  });

  it("says nothing about nobody", () => {
    expect(wilson(0, 0)).toEqual({ k: 0, n: 0, p: null, lo: null, hi: null });
  });

  it("has exact ends", () => {
    for (let n = 1; n <= 400; n += 1) {
      expect(Object.is(wilson(0, n).lo, 0)).toBe(true);
      expect(wilson(n, n).hi).toBe(1);
    }
  });

  it.each([
    [3, 2],
    [-1, 4],
    [1, -1],
    [1.5, 4],
    [1, Number.NaN],
  ])("refuses %d of %d", (k, n) => {
    expect(() => wilson(k, n)).toThrow(RangeError);
  });

  it("holds the share, stays in 0…1 and mirrors", () => {
    const counts = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { p, lo, hi } = wilson(k, n) as { p: number; lo: number; hi: number };
        const mirror = wilson(n - k, n) as { lo: number; hi: number };
        expect(lo).toBeGreaterThanOrEqual(0);
        expect(hi).toBeLessThanOrEqual(1);
        expect(lo).toBeLessThanOrEqual(p);
        expect(hi).toBeGreaterThanOrEqual(p);
        expect(mirror.lo).toBeCloseTo(1 - hi, 12);
      }),
    );
  });
});

describe("proportionDisplay", () => {
  it.each([
    [0, "count"],
    [4, "count"],
    [5, "unstable"],
    [19, "unstable"],
    [20, "stable"],
  ])("n = %i is %s", (n, display) => {
    expect(proportionDisplay(n)).toBe(display);
  });
});
