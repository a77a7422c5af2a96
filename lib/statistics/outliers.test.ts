import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviationOutliers, hampelOutliers } from "./outliers";
import { expectPrinted } from "./testing/expect-close";

const MONTHS = [40, 42, 38, 41, 39, 43, 40, 160, 37, 41, 44, 40];
const EQUAL = Array.from({ length: 12 }, () => 0.1);

describe("hampelOutliers", () => {
  it("flags the eighth month", () => {
    const check = hampelOutliers(MONTHS);
    if (check.status !== "checked") throw new Error(check.status);
    expectPrinted(check.median, 40.5);
    expectPrinted(check.mad, 2.2239);
    expectPrinted(check.lo, 29.3805);
    expectPrinted(check.hi, 51.6195);
    expect(check.flagged).toEqual([7]);
  });

  it("skips missing months and keeps the positions", () => {
    const check = hampelOutliers([null, ...MONTHS.slice(0, 6), null, ...MONTHS.slice(6)]);
    expect(check).toMatchObject({ status: "checked", median: 40.5, flagged: [9] });
  });

  it("needs ten values and some spread", () => {
    expect(hampelOutliers(MONTHS.slice(0, 9))).toEqual({ status: "too-few" });
    expect(hampelOutliers([...MONTHS.slice(0, 9), null, null])).toEqual({ status: "too-few" });
    expect(hampelOutliers([...EQUAL, 5])).toEqual({ status: "no-spread" });
    expect(() => hampelOutliers([1, Number.NaN])).toThrow(RangeError);
  });

  it("is blind to what is added to every month", () => {
    const months = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 10, maxLength: 24 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 1000 }), (values, more) => {
        const one = hampelOutliers(values);
        const other = hampelOutliers(values.map((value) => value + more));
        expect(other.status).toBe(one.status);
        if (one.status === "checked" && other.status === "checked")
          expect(other.flagged).toEqual(one.flagged);
      }),
    );
  });
});

describe("deviationOutliers", () => {
  it("calls the eighth month extreme, barely", () => {
    const check = deviationOutliers(MONTHS);
    if (check.status !== "checked") throw new Error(check.status);
    expectPrinted(check.mean, 50.416667);
    expectPrinted(check.deviation, 34.566033);
    expectPrinted(check.z[7] ?? null, 3.1702607);
    expect(check).toMatchObject({ moderate: [7], extreme: [7] });
  });

  it("can never be extreme with ten values", () => {
    const check = deviationOutliers([0, 0, 0, 0, 0, 0, 0, 0, 0, 1e6]);
    if (check.status !== "checked") throw new Error(check.status);
    expectPrinted(check.z[9] ?? null, 2.8460499);
    expect(check).toMatchObject({ moderate: [9], extreme: [] });
  });

  it("needs ten values and some spread, and skips missing months", () => {
    expect(deviationOutliers(MONTHS.slice(0, 9))).toEqual({ status: "too-few" });
    expect(deviationOutliers([])).toEqual({ status: "too-few" });
    expect(deviationOutliers(EQUAL)).toEqual({ status: "no-spread" });
    expect(deviationOutliers([null, ...MONTHS])).toMatchObject({ extreme: [8] });
  });
});
