import { describe, expect, it } from "vitest";
import { nationalIndicator, nationalIndicators } from "./indicators";
import { disagreement, type Measured, monthsFromJanuary, readingOf } from "./rules";
import type { NationalCode } from "./schema";

const nineMonths = { from: "2024-01-01", to: "2024-09-30" } as const;
const read = (code: NationalCode, value: number, target: number | null, rest: Partial<Measured> = {}) => {
  const indicator = nationalIndicator(code);
  if (!indicator) throw new Error(code);
  return readingOf(indicator, { ...nineMonths, value, kind: "hmis", basis: "period", ...rest }, target);
};

// Known answers: domain §4.1, from the health sector's report for RTIM 2024.
describe("the eleven indicators of 2024", () => {
  it("has eleven, numbered as the report numbers them", () => {
    expect(nationalIndicators.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each([
    ["skilled_birth", 60.33, 84, 63, "near", -2.67],
    ["penta3", 64.87, 95, 71.25, "near", -6.38],
    ["penta3", 71.25, 95, 71.25, "on", 0],
    ["penta3", 60, 95, 71.25, "behind", -11.25],
  ] as const)(
    "%s %d of %d: %d expected by the end of September, %s",
    (code, value, target, expected, band, gap) => {
      const reading = read(code, value, target, { basis: "annual" });
      expect(reading).toMatchObject({ is: "pace", band, expected, month: 9 });
      expect((reading as { difference: number }).difference).toBeCloseTo(gap, 10);
    },
  );

  it.each([
    ["clean_water", 94.41, 94, true, 0.41],
    ["latrines", 97.13, 84, true, 13.13],
    ["insurance", 94.5, 94.5, true, 0],
    ["model_villages", 92.03, 84, true, 8.03],
    ["underweight", 24.3, 16, false, 8.3],
    ["stunting", 32.8, 28, false, 4.8],
  ] as const)("%s %d against %d", (code, value, target, met, gap) => {
    const reading = read(code, value, target, { kind: "survey" });
    expect(reading).toMatchObject({ is: "target", met });
    expect((reading as { difference: number }).difference).toBeCloseTo(gap, 10);
  });

  it.each([
    ["infant_mortality", 6.77, 22],
    ["under5_mortality", 7.81, 32],
    ["maternal_mortality", 36.24, 120],
  ] as const)("%s as reported is never held against its target", (code, value, target) => {
    expect(read(code, value, target)).toEqual({ is: "underCounted" });
    expect(read(code, value, target, { kind: "report", basis: "annual" })).toEqual({ is: "underCounted" });
    expect(read(code, value, target, { kind: "survey" })).toMatchObject({ is: "target", met: true });
  });

  it("draws no pace where the denominator is not the year's, or the period is no part of a year from January on", () => {
    expect(read("penta3", 64.87, 95, { basis: "ytd" })).toMatchObject({ is: "target", met: false });
    expect(read("penta3", 64.87, 95, { basis: "annual", from: "2024-02-01" })).toEqual({ is: "noPace" });
    expect(read("penta3", 64.87, null, { basis: "annual" })).toEqual({ is: "noTarget" });
  });
});

it.each([
  ["2024-01-01", "2024-09-30", 9],
  ["2024-01-01", "2024-02-29", 2],
  ["2023-01-01", "2023-02-28", 2],
  ["2024-01-01", "2024-02-28", null],
  ["2024-01-01", "2024-12-31", 12],
  ["2023-01-01", "2024-09-30", null],
  ["2024-01-02", "2024-09-30", null],
])("from %s to %s are %s months", (from, to, months) => {
  expect(monthsFromJanuary({ from, to })).toBe(months);
});

it.each([
  ["skilled_birth", 60.33, 84, "annual", "hmis", "off_course", "partYear"],
  ["penta3", 64.87, 95, "annual", "hmis", "off_course", "partYear"],
  ["penta3", 50, 95, "annual", "hmis", "off_course", null],
  ["maternal_mortality", 36.24, 120, "ytd", "hmis", "on_course", "underCounted"],
  ["clean_water", 94.41, 94, "period", "report", "achieved", null],
  ["clean_water", 94.41, 94, "period", "report", "off_course", "other"],
  ["stunting", 32.8, 28, "period", "survey", "off_course", null],
  ["stunting", 32.8, 28, "period", "survey", null, null],
] as const)(
  "%s %d of %d (%s, %s): the report says %s, we differ: %s",
  (code, value, target, basis, kind, verdict, why) => {
    expect(disagreement(read(code, value, target, { basis, kind }), verdict)).toBe(why);
  },
);
