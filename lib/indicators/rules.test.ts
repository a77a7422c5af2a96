import { describe, expect, it } from "vitest";
import { addMonths, lastFullMonth, monthsUntil, quartersUntil } from "./months";
import { dueDateOf, isLate, monthsOwed, reportStateOf } from "./reporting";
import { warningsOf } from "./validation";

describe("months", () => {
  it.each([
    [202601, -1, 202512],
    [202512, 1, 202601],
    [202611, -23, 202412],
    [202603, 0, 202603],
  ])("%i and %i months is %i", (period, months, answer) => expect(addMonths(period, months)).toBe(answer));

  it("lists months and whole calendar quarters, oldest first", () => {
    expect(monthsUntil(202602, 4)).toEqual([202511, 202512, 202601, 202602]);
    expect(quartersUntil(202605, 2)).toEqual([
      [202601, 202602, 202603],
      [202604, 202605, 202606],
    ]);
    expect(lastFullMonth("2026-01-03")).toBe(202512);
  });
});

describe("when a report is due", () => {
  const rules = [
    { from: "2026-01-01", dueDay: 5 },
    { from: "2026-07-01", dueDay: 15 },
  ];
  it.each([
    [202511, "2025-12-10"],
    [202512, "2026-01-05"],
    [202605, "2026-06-05"],
    [202606, "2026-07-15"],
  ])("%i: %s", (period, day) => expect(dueDateOf(period, rules)).toBe(day));

  it("late is the day after, whether it came then or did not", () => {
    expect(isLate("2026-07-15", "2026-07-15", "2026-09-01")).toBe(false);
    expect(isLate("2026-07-15", "2026-07-16", "2026-09-01")).toBe(true);
    expect(isLate("2026-07-15", null, "2026-07-15")).toBe(false);
    expect(isLate("2026-07-15", null, "2026-07-16")).toBe(true);
  });

  it("owes the last six months from its first on, or the newest one when it never reported", () => {
    expect(monthsOwed(202609, "2026-11-22")).toEqual([202609, 202610]);
    expect(monthsOwed(202401, "2026-11-22")).toEqual([202605, 202606, 202607, 202608, 202609, 202610]);
    expect(monthsOwed(null, "2026-11-22")).toEqual([202610]);
  });
});

it.each([
  [null, "none"],
  [{ submitted: false, verified: null }, "begun"],
  [{ submitted: true, verified: null }, "submitted"],
  [{ submitted: true, verified: true }, "verified"],
  [{ submitted: true, verified: false }, "returned"],
  [{ submitted: false, verified: true }, "begun"],
] as const)("a report %j is %s", (report, state) => expect(reportStateOf(report)).toBe(state));

describe("what looks wrong", () => {
  const elements = [
    { code: "ANC4", atMost: ["ANC1"] },
    { code: "FAC", atMost: ["LIVE", "STILL"] },
    { code: "DAYS", maximum: 31 },
  ];
  it.each([
    [{ ANC1: 3, ANC4: 3 }, []],
    [{ ANC1: 3, ANC4: 5 }, [{ code: "ANC4", value: 5, rule: "atMost", limit: 3, of: ["ANC1"] }]],
    [{ ANC1: null, ANC4: 5 }, []],
    [{ ANC4: 5 }, []],
    [{ FAC: 4, LIVE: 3, STILL: 1 }, []],
    [
      { FAC: 5, LIVE: 3, STILL: 1 },
      [{ code: "FAC", value: 5, rule: "atMost", limit: 4, of: ["LIVE", "STILL"] }],
    ],
    [{ FAC: 5, LIVE: 3, STILL: null }, []],
    [{ DAYS: 32 }, [{ code: "DAYS", value: 32, rule: "maximum", limit: 31 }]],
    [{ DAYS: 0 }, []],
  ])("%j", (values, warnings) => expect(warningsOf(elements, values)).toEqual(warnings));
});
