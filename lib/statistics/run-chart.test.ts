import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  frozenRunChart,
  type PeriodSeries,
  type RunChart,
  runChart,
  runLimits,
  runsAbout,
} from "./run-chart";

const BASELINE = [10, 12, 9, 11, 10, 13, 8, 12, 11, 10, 9, 11];

function district(values: (number | null)[]): PeriodSeries {
  return { kind: "month", level: "district", values };
}

function summary(chart: RunChart) {
  if (chart.status === "too-early") throw new Error("too early");
  const { centre, useful, longestRun, crossings, limits, status } = chart;
  return [centre, useful, longestRun, limits.longest, crossings, limits.fewest, status];
}

describe("runLimits", () => {
  it.each([
    [6, 6, 1],
    [8, 6, 1],
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [18, 7, 5],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [36, 8, 13],
    [48, 9, 18],
    [60, 9, 23],
  ])("at %i points: run > %i, crossings < %i", (useful, longest, fewest) => {
    expect(runLimits(useful)).toEqual({ longest, fewest });
  });

  it("allows no signal up to five points", () => {
    for (let useful = 0; useful <= 5; useful += 1) {
      const { longest, fewest } = runLimits(useful);
      expect(useful).toBeLessThanOrEqual(longest);
      expect(fewest).toBe(0);
    }
  });
});

describe("runChart", () => {
  // Known answers of R: qicharts2 0.8.1
  it.each([
    [
      [4, 6, 5, 5, 7, 3, 5, 8, 2, 5, 6, 4],
      [5, 8, 2, 6, 6, 1, "none"],
    ],
    [Array.from({ length: 12 }, (_, index) => index + 1), [6.5, 12, 6, 7, 1, 3, "signal"]],
    [Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? 1 : 3)), [2, 16, 1, 7, 15, 4, "none"]],
  ])("of %j", (values, expected) => {
    expect(summary(runChart(district(values)))).toEqual(expected);
  });

  it("is too early below ten points, missing ones not counted", () => {
    expect(runChart(district([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toEqual({ status: "too-early", medianPoints: 9 });
    expect(runChart(district([...BASELINE.slice(0, 9), null, null]))).toMatchObject({ status: "too-early" });
    expect(runChart(district([...BASELINE.slice(0, 10), null])).status).not.toBe("too-early");
    expect(runChart(district([]))).toEqual({ status: "too-early", medianPoints: 0 });
  });

  it("refuses rolling values and single villages, whatever the type-checker was told", () => {
    const rolling = { kind: "rolling-12", level: "district", values: BASELINE } as unknown as PeriodSeries;
    const village = { kind: "month", level: "village", values: BASELINE } as unknown as PeriodSeries;
    expect(() => runChart(rolling)).toThrow(/rolling-12/);
    expect(() => frozenRunChart(rolling, 6)).toThrow(RangeError);
    expect(() => runChart(village)).toThrow(/village/);
    expect(() => runChart(district([1, Number.NaN]))).toThrow(RangeError);
  });
});

describe("frozenRunChart", () => {
  it.each([
    [
      [12, 12, 13, 11, 12, 14],
      [10.5, 6, 6, 6, 0, 1, "signal"],
    ],
    [
      [12, 12, 13, 11, 12],
      [10.5, 5, 5, 5, 0, 0, "none"],
    ],
    [
      [12, 9, 13, 11, 12, 14, 15, 12, 13],
      [10.5, 9, 7, 6, 2, 2, "signal"],
    ],
  ])("later %j", (later, expected) => {
    const chart = frozenRunChart(district([...BASELINE, ...later]), 12);
    expect(summary(chart)).toEqual(expected);
    expect(chart.medianPoints).toBe(12);
  });

  it("says which rule and where the run lies in the whole series", () => {
    const chart = frozenRunChart(district([...BASELINE, 12, 9, 13, null, 10.5, 11, 12, 14, 15, 12, 13]), 12);
    expect(chart).toMatchObject({ run: { side: "above", from: 14, to: 22 }, signals: ["long-run"] });
  });

  it("is too early below ten months before the workshop, however long the time since", () => {
    const series = district([null, null, null, ...BASELINE, ...BASELINE]);
    expect(frozenRunChart(series, 12)).toEqual({ status: "too-early", medianPoints: 9 });
    expect(frozenRunChart(series, 13)).toMatchObject({ status: "none", medianPoints: 10 });
    expect(frozenRunChart(series, 27)).toMatchObject({ status: "none", useful: 0, run: null });
  });

  it.each([-1, 13, 2.5])("refuses a workshop at %d", (workshop) => {
    expect(() => frozenRunChart(district(BASELINE), workshop)).toThrow(RangeError);
  });
});

describe("runsAbout", () => {
  it("neither breaks nor lengthens a run on the centre or a gap", () => {
    const value = fc.option(fc.integer({ min: -3, max: 3 }), { freq: 4 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const found = runsAbout(values, 0);
        const bare = runsAbout(
          values.filter((one) => one !== null && one !== 0),
          0,
        );
        expect([found.useful, found.longestRun, found.crossings, found.signals]).toEqual([
          bare.useful,
          bare.longestRun,
          bare.crossings,
          bare.signals,
        ]);
        expect(found.useful).toBe(values.filter((one) => one !== null && one !== 0).length);
        expect(found.longestRun).toBeLessThanOrEqual(found.useful);
        expect(found.longestRun + found.crossings).toBeLessThanOrEqual(Math.max(found.useful, 0));
      }),
    );
  });

  it("does not mind which side is up", () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(values, (series) => {
        const found = runsAbout(series, 0.5);
        const turned = runsAbout(
          series.map((value) => 1 - value),
          0.5,
        );
        expect([turned.longestRun, turned.crossings]).toEqual([found.longestRun, found.crossings]);
      }),
    );
  });
});
