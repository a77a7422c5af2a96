import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COUNTDOWN_PLACEHOLDERS,
  type CountdownStart,
  countdownPopulations,
  mayServe,
  type Populations,
} from "./countdown";
import { expectClose, expectPrinted } from "./testing/expect-close";

const FIELDS: (keyof Populations)[] = [
  "pregnancies",
  "deliveries",
  "births",
  "liveBirths",
  "penta",
  "measles1",
  "measles2",
];

describe("countdownPopulations", () => {
  // Known answers of R: cd2030.core's calculate_populations
  it.each<[CountdownStart, number[]]>([
    [{ from: "live-births", count: 1000 }, [1044.0774, 1012.7551, 1020.4082, 1000, 975, 951.6, 928.2]],
    [
      { from: "anc1", count: 980, surveyCoverage: 0.98 },
      [1000, 970, 977.32997, 957.78338, 933.83879, 911.42666, 889.01453],
    ],
    [
      { from: "penta1", count: 970, surveyCoverage: 0.97 },
      [1070.8486, 1038.7232, 1046.5725, 1025.641, 1000, 976, 952],
    ],
  ])("from %j", (start, expected) => {
    const populations = countdownPopulations(start, COUNTDOWN_PLACEHOLDERS);
    FIELDS.forEach((field, index) => {
      expectPrinted(populations[field], expected[index] ?? Number.NaN);
    });
  });

  it("gives the same people whichever link it starts from", () => {
    const share = fc.double({ min: 0, max: 0.4, noNaN: true });
    const shares = fc.record({
      twin: share,
      stillbirth: share,
      pregnancyLoss: share,
      neonatalMortality: share,
      postNeonatalMortality: share,
    });
    const coverage = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), shares, coverage, (count, chain, surveyCoverage) => {
        const births = countdownPopulations({ from: "live-births", count }, chain);
        const starts = [
          { from: "anc1" as const, count: births.pregnancies * surveyCoverage, surveyCoverage },
          { from: "penta1" as const, count: births.penta * surveyCoverage, surveyCoverage },
        ];
        for (const start of starts) {
          const again = countdownPopulations(start, chain);
          for (const field of FIELDS) expectClose(again[field], births[field], 1e-12);
        }
      }),
    );
  });

  it("refuses impossible shares, coverages and counts", () => {
    const births: CountdownStart = { from: "live-births", count: 10 };
    expect(() => countdownPopulations(births, { ...COUNTDOWN_PLACEHOLDERS, twin: 1 })).toThrow(/twin/);
    expect(() => countdownPopulations({ ...births, count: -1 }, COUNTDOWN_PLACEHOLDERS)).toThrow(RangeError);
    for (const surveyCoverage of [0, 1.01]) {
      const start: CountdownStart = { from: "anc1", count: 10, surveyCoverage };
      expect(() => countdownPopulations(start, COUNTDOWN_PLACEHOLDERS)).toThrow(RangeError);
    }
  });
});

it("a denominator never serves the indicator it was derived from", () => {
  expect(mayServe("anc1", "anc1")).toBe(false);
  expect(mayServe("penta1", "penta1")).toBe(false);
  expect(mayServe("anc1", "penta1")).toBe(true);
  expect(mayServe("live-births", "anc1")).toBe(true);
});
