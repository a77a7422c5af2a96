import { expect, test } from "vitest";
import { addQuarters, daysOfQuarter, monthsOfQuarter, newestSettled, quarterOf, yearUntil } from "./quarters";

test("quarters and their months", () => {
  expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(quarterOf)).toEqual([
    20261, 20261, 20262, 20264,
  ]);
  expect(monthsOfQuarter(20264)).toEqual([202610, 202611, 202612]);
  expect(daysOfQuarter(20264)).toEqual({ from: "2026-10-01", before: "2027-01-01" });
  expect(addQuarters(20261, -1)).toBe(20254);
  expect(addQuarters(20264, 1)).toBe(20271);
  expect(yearUntil(20262)).toEqual([20253, 20254, 20261, 20262]);
});

test.each([
  ["2026-10-14", 20262],
  ["2026-10-15", 20263],
  ["2026-12-31", 20263],
  ["2027-01-14", 20263],
  ["2027-01-15", 20264],
])("on %s the newest that may be published is %i", (day, quarter) => {
  expect(newestSettled(day)).toBe(quarter);
});
