import { describe, expect, it } from "vitest";
import { cameLines } from "./attendance";
import { type EquityVillage, equityLines, leftOut, type Part, widestGap } from "./rules";

let last = 0;
function village(
  parts: Partial<Record<keyof EquityVillage["parts"], Part>>,
  more: Partial<EquityVillage> = {},
) {
  const known = { family: "lao_tai", travel: "near", season: "open", poverty: "not_poor", ...parts } as const;
  const base = { districtId: "d1", reached: false, planned: false, actions: null, year: null };
  return { id: `v${++last}`, parts: known, ...base, ...more } as EquityVillage;
}
const many = (n: number, make: (at: number) => EquityVillage) =>
  Array.from({ length: n }, (_, at) => make(at));

describe("villages alike", () => {
  const villages = [
    ...many(20, (at) => village({ travel: "far" }, { reached: at < 12, planned: at < 15 })),
    ...many(300, (at) => village({}, { reached: at < 180 })),
  ];
  const lines = equityLines(villages, null);
  const line = (part: Part) => lines.find((one) => one.dimension === "travel" && one.part === part);

  it("are reached as k of n, with Wilson's interval (statistics.md §1)", () => {
    expect(line("far")?.reached).toMatchObject({ k: 12, n: 20, p: 0.6 });
    expect(line("far")?.reached.lo).toBeCloseTo(0.3865815, 7);
    expect(line("far")?.reached.hi).toBeCloseTo(0.78119347, 7);
    expect(line("near")?.reached.lo).toBeCloseTo(0.5436366, 7);
    expect(line("far")?.planned).toBe(15);
  });

  it("are told only where there are some, each in one part of every dimension", () => {
    expect(lines.map(({ part }) => part)).toEqual(["lao_tai", "near", "far", "open", "not_poor"]);
    for (const dimension of ["family", "travel", "season", "poverty"]) {
      const own = lines.filter((one) => one.dimension === dimension);
      expect(own.reduce((sum, { reached }) => sum + reached.n, 0)).toBe(320);
    }
  });

  it("have no gap while the intervals overlap", () => {
    expect(widestGap(lines)).toBeNull();
  });

  it("have one when they do not; what is not recorded is never one side of it", () => {
    const apart = [
      ...many(60, (at) => village({ travel: "far", poverty: "poor" }, { reached: at < 10 })),
      ...many(60, (at) => village({ poverty: at < 30 ? "poor" : "not_poor" }, { reached: at < 40 })),
      ...many(60, () => village({ travel: "unknown" })),
    ];
    const [less, more] = widestGap(equityLines(apart, null)) ?? [];
    expect([less?.part, less?.reached.k, more?.part, more?.reached.k]).toEqual(["far", 10, "near", 40]);
  });
});

describe("plans", () => {
  it("count actions over villages, with an interval by village and none from few", () => {
    // statistics.md §4, table A, e0 only: the same sums as "actions done".
    const sums = [
      [20, 12],
      [18, 7],
      [25, 11],
      [20, 9],
      [40, 15],
      [22, 9],
    ] as const;
    const [line] = equityLines(
      sums.map(([all, done]) => village({}, { actions: { all, done } })),
      null,
    );
    expect(line?.actions).toMatchObject({ k: 63, n: 145 });
    expect(line?.actions?.lo).toBeLessThan(63 / 145);
    const [few] = equityLines([village({}, { actions: { all: 12, done: 3 } })], null);
    expect(few?.actions).toMatchObject({ k: 3, n: 12, lo: null, hi: null });
    const [none] = equityLines([village({}, { actions: { all: 0, done: 0 } })], null);
    expect(none?.actions).toBeNull();
  });
});

it("puts first the district with the most villages that are hard to reach, and leaves out where all are reached", () => {
  const found = leftOut([
    village({ travel: "far", poverty: "poor" }, { districtId: "hard" }),
    ...many(3, () => village({}, { districtId: "easy" })),
    village({ travel: "far" }, { districtId: "done", reached: true }),
  ]);
  expect(found).toEqual([
    { districtId: "hard", villages: 1, open: 1, far: 1, cutOff: 0, poor: 1 },
    { districtId: "easy", villages: 3, open: 3, far: 0, cutOff: 0, poor: 0 },
  ]);
});

describe("who came", () => {
  const groups = [
    { id: "khmu", family: "mon_khmer" },
    { id: "katang", family: "mon_khmer" },
    { id: "lao", family: "lao_tai" },
  ];
  const living = {
    people: 200,
    females: 55,
    sexKnownOf: 100,
    ages: { under18: [40, 100], "25to49": [60, 120] } as const,
    groups: { khmu: 60, lao: 140 },
  };
  const came = [
    { sex: "female", ageBand: "25to49", group: "khmu", people: 12 },
    { sex: "male", ageBand: "50plus", group: "katang", people: 9 },
    { sex: "male", ageBand: "25to49", group: null, people: 4 },
  ];

  it("is told beside who lives there; of fewer than ten, only the family", () => {
    expect(cameLines(came, living, groups)).toEqual([
      { by: "sex", part: "female", came: 12, of: 25, living: { k: 55, n: 100 } },
      { by: "sex", part: "male", came: 13, of: 25, living: { k: 45, n: 100 } },
      { by: "age", part: "under18", came: 0, of: 25, living: { k: 40, n: 100 } },
      { by: "age", part: "18to24", came: 0, of: 25, living: null },
      { by: "age", part: "25to49", came: 16, of: 25, living: { k: 60, n: 120 } },
      { by: "age", part: "50plus", came: 9, of: 25, living: null },
      { by: "group", part: "khmu", came: 12, of: 21, living: { k: 60, n: 200 } },
      { by: "family", part: "mon_khmer", came: 9, of: 21, living: { k: 0, n: 200 } },
      { by: "family", part: "lao_tai", came: 0, of: 21, living: { k: 140, n: 200 } },
    ]);
  });

  it("is nothing while nobody was counted, and says when no profile tells who lives there", () => {
    expect(cameLines([], living, groups)).toEqual([]);
    const unknown = { people: 0, females: 0, sexKnownOf: 0, ages: {}, groups: {} };
    expect(cameLines(came, unknown, groups)[0]).toMatchObject({ came: 12, living: null });
  });
});
