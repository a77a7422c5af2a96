import { describe, expect, it } from "vitest";
import { briefCharts, fitBrief, heightOf, lastMonths, serviceYears, type Wanted } from "./brief";
import { aFacility, anc4, anInstruction, aWatch, countsOf, months, today } from "./testing";

const all = (given: Partial<Wanted>): Wanted => ({
  decide: 31,
  services: 4,
  charts: 2,
  instructions: 4,
  headline: 100,
  ...given,
});

describe("one page", () => {
  it.each([
    ["a full district keeps its charts and four matters", {}, { decide: 4, charts: 2, instructions: 2 }],
    ["without charts there is room for more", { charts: 0 }, { decide: 7, charts: 0, instructions: 4 }],
    [
      "little is not stretched",
      { decide: 2, charts: 1, instructions: 0 },
      { decide: 2, charts: 1, instructions: 0 },
    ],
    ["charts go first", { services: 6 }, { decide: 7, charts: 0, instructions: 3 }],
    ["then instructions, then matters", { services: 13 }, { decide: 4, charts: 0, instructions: 1 }],
    ["three matters are always said", { services: 40 }, { decide: 3, charts: 0, instructions: 1 }],
  ] as const)("%s", (_title, given, fitted) => {
    expect(fitBrief(all(given))).toMatchObject(fitted);
  });

  it("is never too full as far as rows can be dropped", () => {
    for (const services of [0, 2, 4, 8, 12])
      for (const decide of [0, 1, 5, 40])
        for (const headline of [80, 300])
          expect(heightOf(fitBrief(all({ services, decide, headline })))).toBeLessThanOrEqual(276);
  });
});

describe("what the brief tells", () => {
  const fall = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9, 3, 4, 3, 2, 4, 3, 2, 3, 4, 3];
  const rise = [...fall].reverse();

  it("has a chart of what fell before one of what rose, never one of ordinary ups and downs", () => {
    const facilities = ["f", "g", "h"].map((id) => aFacility({ id }));
    const cells = [...countsOf(rise, 0), ...countsOf(fall, 1), ...countsOf(Array(20).fill(5), 2)];
    const charts = briefCharts(aWatch({ facilities, cells }));
    expect(charts.map(({ facility, verdict }) => [facility?.id, verdict])).toEqual([
      ["g", "worse"],
      ["f", "better"],
    ]);
  });

  it("sets twelve months against the twelve before", () => {
    const districtCells = months.map((period, at) => ["ANC4", period, at < 12 ? 2 : 3, 1] as const);
    const figures = [2024, 2025, 2026].map((year) => ({
      kind: "expected_pregnancies" as const,
      year,
      value: 60,
      method: "projection" as const,
      asOf: "2026-01-01",
      source: null,
    }));
    const [found] = serviceYears(aWatch({ districtCells, figures, indicators: [anc4] }));
    expect(found?.now.rate).toMatchObject({ k: 36, n: 60, share: 0.6, lo: null });
    expect(found?.before.rate).toMatchObject({ k: 24, n: 60, share: 0.4 });
  });

  it("tells instructions of the last month, given or answered", () => {
    const told = [
      anInstruction({ id: "new", date: "2026-11-20" }),
      anInstruction({ id: "answered", date: "2026-08-01", statusDate: "2026-10-21" }),
      anInstruction({ id: "old", date: "2026-10-20" }),
    ];
    expect(lastMonths(told, today).map(({ id }) => id)).toEqual(["new", "answered"]);
  });
});
