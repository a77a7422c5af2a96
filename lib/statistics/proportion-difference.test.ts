import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfProportions } from "./proportion-difference";
import { expectClose, expectPrinted } from "./testing/expect-close";

describe("differenceOfProportions", () => {
  // Known answers of R: Epi::ci.pd(k1, k2, n1 - k1, n2 - k2)
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431472, 0.33387265],
    [9, 10, 3, 10, 0.6, 0.17052272, 0.80901797],
    [0, 10, 0, 20, 0, -0.16112516, 0.2775328],
    [10, 10, 0, 10, 1, 0.60750935, 1],
    [8, 20, 14, 20, -0.3, -0.53813516, 0.0057720572],
  ])("%i of %i minus %i of %i", (k1, n1, k2, n2, difference, lo, hi) => {
    const shown = differenceOfProportions({ k: k1, n: n1 }, { k: k2, n: n2 });
    expectPrinted(shown.difference, difference);
    expectPrinted(shown.lo, lo);
    expectPrinted(shown.hi, hi);
  });

  it("says nothing when one of the two has nobody", () => {
    const nothing = { difference: null, lo: null, hi: null };
    expect(differenceOfProportions({ k: 0, n: 0 }, { k: 1, n: 2 })).toEqual(nothing);
    expect(differenceOfProportions({ k: 1, n: 2 }, { k: 0, n: 0 })).toEqual(nothing);
  });

  it("refuses what is no count", () => {
    expect(() => differenceOfProportions({ k: 3, n: 2 }, { k: 0, n: 2 })).toThrow(RangeError);
  });

  it("holds the difference, stays in −1…1 and mirrors", () => {
    const count = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));
    fc.assert(
      fc.property(count, count, (first, second) => {
        const { difference, lo, hi } = differenceOfProportions(first, second);
        const mirror = differenceOfProportions(second, first);
        if (difference === null || lo === null || hi === null) throw new Error("nothing came back");
        expect(lo).toBeLessThanOrEqual(difference);
        expect(hi).toBeGreaterThanOrEqual(difference);
        expect(lo).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(hi).toBeLessThanOrEqual(1 + 1e-12);
        expectClose(mirror.lo, -hi, 1e-12);
      }),
    );
  });
});
