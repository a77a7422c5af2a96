import { describe, expect, it } from "vitest";
import { consistency, dropOut, reportingShare } from "./reporting";
import { expectPrinted } from "./testing/expect-close";

describe("reportingShare", () => {
  it.each([
    [9, 10, 0.9, "green", false],
    [899, 1000, 0.899, "yellow", false],
    [8996, 10000, 0.8996, "yellow", false],
    [8, 10, 0.8, "yellow", false],
    [7999, 10000, 0.7999, "red", false],
    [0, 10, 0, "red", false],
    [11, 10, 1.1, "green", true],
    [0, 0, null, null, false],
    [2, 0, null, null, true],
  ])("%i of %i", (received, expected, share, band, overOne) => {
    expect(reportingShare(received, expected)).toEqual({ share, band, overOne });
  });

  it.each([
    [-1, 5],
    [1, -5],
    [1.5, 5],
  ])("refuses %d of %d", (received, expected) => {
    expect(() => reportingShare(received, expected)).toThrow(RangeError);
  });
});

describe("consistency", () => {
  it.each([
    ["penta1-penta3", 95, 100, true],
    ["penta1-penta3", 94, 100, false],
    ["penta1-penta3", 300, 100, true],
    ["anc1-anc4", 19, 20, true],
    ["anc1-anc4", 18, 20, false],
    ["bcg-deliveries", 7, 10, true],
    ["bcg-deliveries", 13, 10, true],
    ["bcg-deliveries", 131, 100, false],
    ["bcg-deliveries", 69, 100, false],
    ["bcg-deliveries", 69, 0, null],
  ] as const)("%s of %d and %d", (rule, first, second, consistent) => {
    expect(consistency(rule, first, second).consistent).toBe(consistent);
  });

  it("gives the ratio and refuses negatives", () => {
    expect(consistency("anc1-anc4", 30, 20).ratio).toBe(1.5);
    expect(() => consistency("anc1-anc4", -1, 20)).toThrow(RangeError);
  });
});

describe("dropOut", () => {
  it.each([
    [100, 88, 0.12, false],
    [18, 20, -0.11111111, true],
    [0, 0, null, false],
    [0, 3, null, true],
  ])("%i → %i", (first, third, share, negative) => {
    const shown = dropOut(first, third);
    expectPrinted(shown.share, share);
    expect(shown.negative).toBe(negative);
  });

  it("refuses what is no count", () => {
    expect(() => dropOut(1.5, 1)).toThrow(RangeError);
  });
});
