import { describe, expect, it } from "vitest";
import { escalatedTo, FIRST_ESCALATION, settingOn, stepsOf } from "./escalation";

describe("escalatedTo", () => {
  it.each([
    [0, []],
    [13, []],
    [14, ["health_centre_head"]],
    [29, ["health_centre_head"]],
    [30, ["health_centre_head", "district_governor"]],
    [400, ["health_centre_head", "district_governor"]],
  ])("%i days late reaches %j", (days, reached) => {
    expect(escalatedTo(days, stepsOf(FIRST_ESCALATION))).toEqual(reached);
  });

  it("follows the programme's own thresholds, also when they stand in the wrong order", () => {
    const steps = [
      { office: "province_governor" as const, afterDays: 60 },
      { office: "district_governor" as const, afterDays: 7 },
    ];
    expect(escalatedTo(61, steps)).toEqual(["district_governor", "province_governor"]);
    expect(escalatedTo(0, [{ office: "district_governor", afterDays: 0 }])).toEqual([]);
  });
});

describe("settingOn", () => {
  const settings = [
    { from: "2026-01-01", healthCentreDays: 10, governorDays: 20 },
    { from: "2026-06-01", healthCentreDays: 7, governorDays: 14 },
    { from: "2026-01-01", healthCentreDays: 12, governorDays: 25 },
  ];
  it.each([
    ["2025-12-31", 14, 30],
    ["2026-01-01", 12, 25],
    ["2026-05-31", 12, 25],
    ["2026-06-01", 7, 14],
    ["2030-01-01", 7, 14],
  ])("on %s: %i and %i days", (day, healthCentreDays, governorDays) => {
    expect(settingOn(settings, day)).toMatchObject({ healthCentreDays, governorDays });
  });
});
