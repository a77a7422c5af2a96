import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceTotals, type Tally } from "./attendance";
import { inclusionGaps } from "./inclusion";
import { ageBands, attendanceRoles, sexes } from "./vocabularies";

const tally = (people: number, kind: Partial<Tally> = {}): Tally => ({
  sex: "female",
  ageBand: "25to49",
  ethnicGroupId: "khmu",
  role: "villager",
  disability: null,
  people,
  ...kind,
});

const anyTally = fc.record({
  sex: fc.constantFrom(...sexes),
  ageBand: fc.constantFrom(...ageBands),
  ethnicGroupId: fc.option(fc.constantFrom("khmu", "lao", "hmong")),
  role: fc.constantFrom(...attendanceRoles),
  disability: fc.option(fc.boolean()),
  people: fc.integer({ min: 0, max: 200 }),
});

describe("attendanceTotals", () => {
  it("adds up devices and kinds", () => {
    const totals = attendanceTotals([
      tally(14),
      tally(12, { sex: "male", ageBand: "50plus", ethnicGroupId: "lao" }),
      tally(2, { disability: true }),
    ]);
    expect(totals).toMatchObject({
      people: 28,
      bySex: { female: 16, male: 12 },
      byAgeBand: { under18: 0, "25to49": 16, "50plus": 12 },
      byEthnicGroup: { khmu: 16, lao: 12 },
      byRole: { villager: 28 },
      disability: { yes: 2, no: 0, notAsked: 26 },
    });
  });

  it("has margins that all sum to the same people", () => {
    fc.assert(
      fc.property(fc.array(anyTally, { maxLength: 30 }), (tallies) => {
        const totals = attendanceTotals(tallies);
        const sum = (counts: object) => Object.values(counts).reduce<number>((a, b) => a + Number(b), 0);
        for (const margin of [
          totals.bySex,
          totals.byAgeBand,
          totals.byEthnicGroup,
          totals.byRole,
          totals.disability,
        ]) {
          expect(sum(margin)).toBe(totals.people);
        }
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])("refuses a tally of %d", (people) => {
    expect(() => attendanceTotals([tally(people)])).toThrow(RangeError);
  });
});

describe("inclusionGaps", () => {
  const gaps = (tallies: Tally[], groups: Parameters<typeof inclusionGaps>[0]["groups"], population = 480) =>
    inclusionGaps({ totals: attendanceTotals(tallies), population, groups });

  it("names the ethnic group of which nobody came, and two of eleven mothers of infants", () => {
    const tallies = [
      tally(38, { ethnicGroupId: "lao" }),
      tally(2, { ethnicGroupId: "lao", role: "mother_of_infant" }),
    ];
    const found = gaps(tallies, [
      { dimension: "ethnicGroup", id: "lao", living: 384 },
      { dimension: "ethnicGroup", id: "khmu", living: 96 },
      { dimension: "role", id: "mother_of_infant", living: 11 },
    ]);
    expect(found.map(({ id, kind, present, living }) => [id, kind, present, living])).toEqual([
      ["khmu", "missing", 0, 96],
      ["mother_of_infant", "few", 2, 11],
    ]);
    expect(found[0]).toMatchObject({ shareOfPresent: 0, shareOfResidents: 0.2, priority: false });
  });

  it.each([
    [3, 20, 100, "few"],
    [5, 20, 100, undefined],
    [0, 9, 1000, undefined],
    [0, 10, 1000, "missing"],
    [0, 5, 100, "missing"],
    [0, 4, 100, undefined],
    [1, 60, 480, "few"],
  ])("%i of 50 present, %i of %i living there → %s", (present, living, population, kind) => {
    const tallies = [
      tally(50 - present, { ethnicGroupId: "lao" }),
      tally(present, { ethnicGroupId: "hmong" }),
    ];
    expect(gaps(tallies, [{ dimension: "ethnicGroup", id: "hmong", living }], population)[0]?.kind).toBe(
      kind,
    );
  });

  it("is few exactly below half the share", () => {
    const group = [{ dimension: "sex" as const, id: "female", living: 240 }];
    const room = (women: number) => gaps([tally(women), tally(40 - women, { sex: "male" })], group);
    expect(room(10)).toEqual([]);
    expect(room(9)[0]?.kind).toBe("few");
  });

  it("shows no share among fewer than five people, and nothing before anybody is counted", () => {
    const group = [{ dimension: "ethnicGroup" as const, id: "hmong", living: 96 }];
    expect(gaps([tally(4)], group)[0]).toMatchObject({ present: 0, living: 96, shareOfPresent: null });
    expect(gaps([], group)).toEqual([]);
  });

  it("hears people with disability by their own statement", () => {
    const group = [{ dimension: "disability" as const, id: "yes", living: 4 }];
    expect(gaps([tally(30)], group)[0]).toMatchObject({ kind: "missing", priority: true });
    expect(gaps([tally(30), tally(2, { disability: true })], group)).toEqual([]);
  });

  it("judges nothing without a profile", () => {
    expect(gaps([tally(30)], [], 0)).toEqual([]);
    expect(gaps([tally(30)], [{ dimension: "ethnicGroup", id: "hmong", living: 0 }])).toEqual([]);
    expect(gaps([tally(30)], [{ dimension: "ethnicGroup", id: "khmu", living: 20 }], 0)).toEqual([]);
  });
});
