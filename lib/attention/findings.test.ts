import { describe, expect, it } from "vitest";
import { missingMonths, newestDue, reportEntries } from "./reports";
import { allEntries } from "./rules";
import { seriesOf, verdictOf } from "./signals";
import { aDistrict, aFacility, aRound, aWatch, countsOf, districtId, months, today } from "./testing";
import { districtTrust, lowBound, trustFindings } from "./trust";

const ten = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9];
const verdicts = (values: readonly (number | null)[]) =>
  seriesOf(aWatch({ facilities: [aFacility()], cells: countsOf(values) }))
    .filter(({ facility }) => facility)
    .map(({ verdict }) => verdict);

describe("signals", () => {
  it.each([
    // 20 months about their median 6: ten above, then ten below, longest allowed 7 (statistics §6).
    ["ten months in a row below", [...ten, 3, 4, 3, 2, 4, 3, 2, 3, 4, 3], "worse"],
    ["the same the other way round", [3, 4, 3, 2, 4, 3, 2, 3, 4, 3, ...ten], "better"],
    ["a fall that is over: the newest month is back", [...ten, 3, 4, 3, 2, 4, 3, 2, 3, 4, 9], "ordinary"],
    ["up and down", Array.from({ length: 16 }, (_, at) => (at % 2 ? 3 : 1)), "ordinary"],
    ["nine months only", [9, 9, 9, 9, 1, 1, 1, 1, 1], "early"],
    [
      "a missing report neither breaks nor lengthens",
      [...ten, 3, 4, null, 2, 4, 3, null, 3, 4, 3, 3, 3],
      "worse",
    ],
  ] as const)("%s", (_title, values, verdict) => {
    expect(verdicts(values)).toEqual([verdict]);
  });

  it("judges the months since the workshop by the median before it", () => {
    const before = [10, 12, 9, 11, 10, 13, 8, 12, 11, 10, 9, 11];
    const later = [9, 8, 10, 9, 8, 10, 9];
    const workshop = "2026-04-15";
    const [found] = seriesOf(
      aWatch({ facilities: [aFacility({ workshop })], cells: countsOf([...before, ...later]) }),
    );
    expect(found?.drawn.run).toMatchObject({
      centre: 10.5,
      medianPoints: 12,
      newest: { side: "below", length: 7 },
    });
    expect(found?.verdict).toBe("worse");
  });

  it("takes more of what should be rare for worse, and of what is neither for nothing", () => {
    const rising = seriesOf(
      aWatch({ facilities: [aFacility()], cells: countsOf([3, 4, 3, 2, 4, 3, 2, 3, 4, 3, ...ten]) }),
    );
    const run = rising[0]?.drawn.run;
    expect(run && verdictOf("down", run)).toBe("worse");
    expect(run && verdictOf("none", run)).toBe("ordinary");
  });

  it("names the district only where no catchment explains it, and leaves out months in which a centre is missing", () => {
    const total = (value: number, at: number, reporters = 2) =>
      ["ANC4", months[at + 4] as number, value, reporters] as const;
    const fall = [...ten, 3, 4, 3, 2, 4, 3, 2, 3, 4, 3];
    const quiet = aWatch({
      facilities: [aFacility()],
      districtCells: fall.map((value, at) => total(value, at)),
    });
    expect(seriesOf(quiet).map(({ facility, verdict }) => [facility, verdict])).toContainEqual([
      null,
      "worse",
    ]);
    const explained = { ...quiet, cells: countsOf(fall) };
    expect(seriesOf(explained).filter(({ facility }) => facility === null)).toEqual([]);
    const halved = fall.map((value, at) => total(value, at, at < 10 ? 2 : 1));
    expect(seriesOf({ ...quiet, districtCells: halved }).map(({ verdict }) => verdict)).toEqual([
      "early",
      "ordinary",
    ]);
  });
});

describe("trust", () => {
  it.each([
    // t(0.975, 24) = 2.0638986; half = 2.0638986 × s / 5.
    ["an interval wholly below 4 is low", { mean: 3, deviation: 2.4 }, [true, null]],
    ["an interval that reaches 4 is not", { mean: 3, deviation: 2.5 }, []],
    ["people who do not differ have no interval", { mean: 1, deviation: 0 }, []],
  ] as const)("%s", (_title, round, expected) => {
    const found = trustFindings([aRound(round)], today);
    expect(found.flatMap(({ low, change }) => [low, change])).toEqual([...expected]);
  });

  it("fell when the interval of the change lies below 0: 5.0 to 4.2, both ± 0.5 and 0.8 apart", () => {
    const deviation = (0.5 * 5) / 2.0638985616280205;
    const before = aRound({ mean: 5, deviation, startDate: "2026-04-01" });
    const [found] = trustFindings([before, aRound({ mean: 4.2, deviation })], today);
    expect(found).toMatchObject({ low: false, before: { startDate: "2026-04-01" } });
    expect(found?.change?.difference).toBeCloseTo(-0.8, 9);
    expect(found?.change?.hi).toBeCloseTo(-0.8 + Math.SQRT1_2, 6);
    expect(trustFindings([before, aRound({ mean: 4.4, deviation })], today)).toEqual([]);
  });

  it("speaks of the newest round only, of no round older than 400 days, and never across questionnaires", () => {
    const low = aRound({ mean: 1, deviation: 1, startDate: "2026-01-01" });
    expect(trustFindings([low, aRound({ mean: 6, deviation: 1 })], today)).toEqual([]);
    expect(trustFindings([aRound({ mean: 1, deviation: 1, startDate: "2025-10-01" })], today)).toEqual([]);
    const other = aRound({ mean: 7, deviation: 1, startDate: "2026-05-01", instrumentId: "chw-10" });
    expect(trustFindings([other, aRound({ mean: 5, deviation: 1 })], today)).toEqual([]);
  });

  it("is low by one rule on every scale", () => {
    expect([lowBound([-8, 8]), lowBound([1, 4])]).toEqual([4, 3.25]);
  });
});

describe("trust of the whole district", () => {
  const asked = (changes: readonly number[]) =>
    changes.flatMap((change, at) => {
      const given = { deviation: 2, villageId: `v${at}` };
      const level = 5 + at / 4;
      return [
        aRound({ ...given, mean: level, startDate: "2026-04-01" }),
        aRound({ ...given, mean: level + change }),
      ];
    });
  const fallen = asked([-1, -0.8, -1.2, -0.9, -1.1, -1]);

  it("fell when the interval over the villages lies below 0", () => {
    const found = districtTrust(fallen, today);
    expect(found).toMatchObject({ villages: 6, n: 300, from: "2026-04-01", to: "2026-10-01" });
    expect(found?.change.difference).toBeCloseTo(-1, 9);
    expect(found?.change.hi).toBeLessThan(0);
  });

  it.each([
    ["villages that went up and down", asked([-1, 1, -0.8, 0.9, -1.1, 1])],
    ["a rise", asked([1, 0.8, 1.2, 0.9, 1.1, 1])],
    ["too few villages for an interval", asked([-1, -0.9, -1.1])],
    ["villages asked once", fallen.filter((_, at) => at % 2)],
    ["two questionnaires", fallen.map((one, at) => ({ ...one, instrumentId: at % 2 ? "a" : "b" }))],
    [
      "rounds too long ago",
      fallen.map((one) => ({ ...one, startDate: one.startDate.replace("2026", "2024") })),
    ],
  ])("%s: nothing is said", (_title, rounds) => {
    expect(districtTrust(rounds, today)).toBeNull();
  });

  it("stands before the villages' own, about the district", () => {
    const trust = asked([-3, -2.8, -3.2, -2.9, -3.1, -3]);
    const entries = allEntries(aDistrict({}, { trust })).filter(({ kind }) => kind === "trust");
    expect(entries[0]).toMatchObject({ key: `trust:${districtId}`, villageId: null, mark: "late" });
    expect(entries.length).toBeGreaterThan(1);
  });
});

describe("reports", () => {
  const rules: never[] = [];
  const centre = (periods: number[]) => ({ kind: "facility", id: "f", periods }) as const;
  const village = (id: string, periods: number[]) => ({ kind: "village", id, periods }) as const;

  it.each([
    ["2026-11-10", 202609],
    ["2026-11-11", 202610],
  ])("on %s the newest month that is due is %i", (day, period) => {
    expect(newestDue(rules, day)).toBe(period);
  });

  it.each([
    ["all here", centre([202608, 202609, 202610]), []],
    ["an older gap needs nobody today", centre([202607, 202609, 202610]), []],
    ["the newest three", centre([202606, 202607]), [202608, 202609, 202610]],
    ["a centre that never reported owes the newest", centre([]), [202610]],
    ["a village that never reported owes none", village("v", []), []],
  ] as const)("%s", (_title, reporter, missing) => {
    expect(missingMonths(reporter, { rules, today })).toEqual(missing);
  });

  it("names each centre, and the villages of the newest due month together", () => {
    const here = [202609, 202610];
    const reporters = [centre([202608]), village("v", [202608]), village("w", here), village("x", [])];
    expect(reportEntries(aWatch({ reporters }), { id: districtId, today })).toMatchObject([
      { of: "centre", facilityId: "f", months: [202609, 202610], last: 202608, who: "health_centre_head" },
      { of: "villages", missing: 1, expected: 2, key: `report:${districtId}`, due: "2026-11-10" },
    ]);
    expect(reportEntries(aWatch({ reporters: [village("w", here)] }), { id: districtId, today })).toEqual([]);
  });
});
