import { describe, expect, it } from "vitest";
import type { ShownIndicator } from "@/lib/indicators/view";
import { problemCategories } from "@/lib/problems/schema";
import { measureOf, outcomeOf, wentTheWantedWay } from "./rules";

const share: ShownIndicator = {
  code: "BIRTH_REG",
  nameLo: "",
  nameEn: "",
  group: "birth",
  numerator: ["BIRTHS_REG"],
  denominator: ["LIVE_BIRTHS"],
  populationKind: null,
  factor: 100,
  direction: "up",
  teamOnly: false,
};
const month = (k: number, n: number) => ({ BIRTHS_REG: k, LIVE_BIRTHS: n });
const given = (before: [number, number], after: [number, number]) => ({
  months: new Map([
    [202512, month(...before)],
    [202603, month(...after)],
  ]),
  figures: [],
  workshop: "2026-01-20",
  end: 202610,
});

describe("what came after", () => {
  it("is k of n of the twelve months before the workshop and of those since", () => {
    expect(outcomeOf(share, given([6, 17], [12, 18]))).toEqual({
      before: { k: 6, n: 17 },
      after: { k: 12, n: 18 },
    });
  });

  it.each([
    [[4, 20], "hidden"],
    [[16, 20], "hidden"],
    [[15, 20], { k: 15, n: 20 }],
    [[0, 20], { k: 0, n: 20 }],
    [[20, 20], { k: 20, n: 20 }],
    [[0, 4], "hidden"],
    [[0, 0], "missing"],
  ] as const)("hides few people and all but few: %s", (before, shown) => {
    expect(outcomeOf(share, given([...before], [12, 18])).before).toEqual(shown);
  });

  it("is missing without a workshop", () => {
    expect(outcomeOf(share, { ...given([6, 17], [12, 18]), workshop: null })).toEqual({
      before: "missing",
      after: "missing",
    });
  });

  it("counts the villages that moved the wanted way among those that show both", () => {
    const up = { before: { k: 5, n: 20 }, after: { k: 10, n: 20 } };
    const down = { before: { k: 10, n: 20 }, after: { k: 5, n: 20 } };
    const half = { before: "hidden", after: { k: 5, n: 20 } } as const;
    expect(wentTheWantedWay([up, up, down, half], "up")).toEqual({ k: 2, n: 3 });
    expect(wentTheWantedWay([up, up, down, half], "down")).toEqual({ k: 1, n: 3 });
  });

  it("every category of problem says which measure it should move, or none", () => {
    expect(Object.keys(measureOf).sort()).toEqual([...problemCategories].sort());
  });
});
