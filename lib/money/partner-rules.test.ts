import { expect, it } from "vitest";
import { type Activity, atWorkIn, type Place, partnerMatrix } from "./partner-rules";
import { partnerThemes } from "./vocabularies";

const activity = (rest: Partial<Activity>): Activity => ({
  id: "a",
  institutionId: "who",
  theme: "nutrition",
  provinceId: "p1",
  districtId: null,
  from: "2026-01-01",
  to: null,
  ...rest,
});
const province: Place = { id: "p1", provinceId: "p1", level: "province" };
const district = (id: string): Place => ({ id, provinceId: "p1", level: "district" });
const nutrition = (activities: readonly Activity[], place: Place = province) => {
  const cells = partnerMatrix(activities, [place], 2026).rows[0]?.cells ?? [];
  const cell = cells[partnerThemes.indexOf("nutrition")];
  return { partners: cell?.partners.length, overlap: cell?.overlap };
};
const other = (rest: Partial<Activity>) => activity({ institutionId: "eu", ...rest });

it.each([
  ["nobody", [], province, { partners: 0, overlap: false }],
  ["one", [activity({})], province, { partners: 1, overlap: false }],
  [
    "the same partner twice",
    [activity({}), activity({ id: "b" })],
    province,
    { partners: 1, overlap: false },
  ],
  ["two in the whole province", [activity({}), other({})], province, { partners: 2, overlap: true }],
  [
    "one after the other",
    [activity({ to: "2026-05-31" }), other({ from: "2026-06-01" })],
    province,
    { partners: 2, overlap: false },
  ],
  [
    "in two districts",
    [activity({ districtId: "d1" }), other({ districtId: "d2" })],
    province,
    { partners: 2, overlap: false },
  ],
  [
    "in a district and all over",
    [activity({ districtId: "d1" }), other({})],
    province,
    { partners: 2, overlap: true },
  ],
  ["all over, seen from a district", [activity({})], district("d2"), { partners: 1, overlap: false }],
  ["in another district", [activity({ districtId: "d1" })], district("d2"), { partners: 0, overlap: false }],
  ["nation-wide", [activity({ provinceId: null })], province, { partners: 0, overlap: false }],
  [
    "ended before the year",
    [activity({ from: "2020-01-01", to: "2025-12-31" })],
    province,
    { partners: 0, overlap: false },
  ],
] as const)("%s", (_, activities, place, expected) => {
  expect(nutrition(activities, place)).toEqual(expected);
});

it("counts gaps and overlaps over all places and themes", () => {
  const matrix = partnerMatrix([activity({}), other({}), activity({ provinceId: null })], [province], 2026);
  expect(matrix).toMatchObject({ partners: 2, gaps: partnerThemes.length - 1, overlaps: 1 });
});

it.each([
  ["2025-12-31", null, true],
  ["2026-12-31", "2027-01-01", true],
  ["2027-01-01", null, false],
  ["2024-01-01", "2026-01-01", true],
])("work from %s to %s is in 2026: %s", (from, to, expected) => {
  expect(atWorkIn(2026)({ from, to })).toBe(expected);
});
