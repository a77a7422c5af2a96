import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedAt, paceOf, targetOn } from "./pace";
import { expectClose, expectPrinted } from "./testing/expect-close";

describe("expectedAt", () => {
  it.each([
    [84, 9, "annual", 63],
    [95, 9, "annual", 71.25],
    [84, 9, "period", 84],
    [84, 12, "annual", 84],
    [5, 9, "deaths", null],
  ] as const)("target %d in month %i, %s", (target, month, basis, expected) => {
    expect(expectedAt(target, month, basis)).toBe(expected);
  });

  it.each([0, 13, 1.5])("refuses month %d", (month) => {
    expect(() => expectedAt(84, month, "annual")).toThrow(RangeError);
  });
});

describe("paceOf", () => {
  it.each([
    ["SBA", 60.33, 63, false, 0.95761905, "near"],
    ["Penta3", 64.87, 71.25, false, 0.91045614, "near"],
    ["SBA as period value", 60.33, 84, false, 0.71821429, "behind"],
    ["stunting", 32.8, 28, true, 0.85365854, "behind"],
  ] as const)("%s", (_, value, expected, lowerIsBetter, pace, band) => {
    const shown = paceOf(value, expected, lowerIsBetter);
    expectPrinted(shown.pace, pace);
    expect(shown.band).toBe(band);
  });

  it.each([
    [63, 63, false, "on"],
    [70, 63, false, "on"],
    [0.1 + 0.2, 0.3, true, "on"],
    [56.7, 63, false, "near"],
    [56.6, 63, false, "behind"],
    [28, 28, true, "on"],
  ])("%d against %d (lower is better: %s) is %s", (value, expected, lowerIsBetter, band) => {
    expect(paceOf(value, expected, lowerIsBetter).band).toBe(band);
  });

  it("has no number where it would divide by nothing", () => {
    expect(paceOf(0, 5, true)).toEqual({ pace: null, band: "on" });
    expect(paceOf(5, 0)).toEqual({ pace: null, band: null });
    expect(paceOf(null, 5)).toEqual({ pace: null, band: null });
    expect(paceOf(5, null)).toEqual({ pace: null, band: null });
    expect(() => paceOf(-1, 5)).toThrow(RangeError);
  });
});

describe("targetOn", () => {
  const targets = [
    { date: "2025-12-31", value: 85 },
    { date: "2024-12-31", value: 84 },
  ];

  // Known answer of R: approx(as.Date(d), x, at)
  it.each([
    ["2025-06-30", 84.4958904109589],
    ["2024-12-31", 84],
    ["2025-12-31", 85],
    ["2024-12-30", null],
    ["2026-01-01", null],
  ])("on %s", (date, expected) => {
    expectClose(targetOn(targets, date), expected, 1e-12);
  });

  it("has none without targets, and one on the day of the only one", () => {
    expect(targetOn([], "2025-06-30")).toBeNull();
    expect(targetOn(targets.slice(0, 1), "2025-12-31")).toBe(85);
  });

  it("refuses what is no date and two targets of one day", () => {
    expect(() => targetOn(targets, "2025-06")).toThrow(RangeError);
    expect(() => targetOn(targets, "2025-13-01")).toThrow(RangeError);
    expect(() => targetOn([...targets, { date: "2024-12-31", value: 1 }], "2025-06-30")).toThrow(RangeError);
  });

  it("stays between the targets around it", () => {
    const day = fc.date({ min: new Date("2025-01-01"), max: new Date("2025-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const value = targetOn(targets, date.toISOString().slice(0, 10));
        expect(value).toBeGreaterThanOrEqual(84);
        expect(value).toBeLessThanOrEqual(85);
      }),
    );
  });
});
