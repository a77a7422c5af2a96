import { expect, test } from "vitest";
import { cleanVillages } from "./clean-villages";
import { referenceRows } from "./rows";

const { places, codes, names, settlements, report } = referenceRows();
const at = (level: string) => places.filter((place) => place.level === level);
const codesOf = (code: string, scheme: string) => {
  const id = places.find((place) => place.code === code)?.id;
  return codes
    .filter((row) => row.place_id === id && row.scheme === scheme)
    .map(({ code, disputed }) => ({ code, disputed }));
};

test("18 provinces, 148 districts, and the villages of districts that exist; the 24 others are told, not lost", () => {
  expect([at("province").length, at("district").length, at("village").length]).toEqual([18, 148, 8916]);
  expect(report.read).toBe(8940);
  expect(report.droppedNoDistrict).toHaveLength(24);
  expect(new Set(report.droppedNoDistrict.map((row) => row.district))).toEqual(new Set(["908", "0"]));
  expect(settlements).toHaveLength(94);
});

test("the faults that the list is known for are found", () => {
  expect(report.withZeroWidth).toBe(1088);
  expect(report.repeated).toBeGreaterThanOrEqual(156);
  expect(report.merged).toBeGreaterThanOrEqual(120);
  const flagged = at("village").filter((place) => place.needs_review);
  expect(flagged.length).toBeGreaterThan(400);
  for (const village of flagged) expect(village.review_reasons.length).toBeGreaterThan(0);
});

test("no name keeps an invisible character or a spelling that the glossary refuses", () => {
  const refused =
    /[\u200b-\u200d\u00ad\ufeff]|\u0ecd[\u0ec8-\u0ecb]?\u0eb2|\u0eab[\u0e99\u0ea1\u0ea5]|\u0ec0\u0ec0|^\s|\s$/u;
  expect(places.filter((place) => refused.test(place.name_lo)).map((place) => place.name_lo)).toEqual([]);
});

test("codes and ids are unique, and every parent is there", () => {
  expect(new Set(places.map((place) => place.code)).size).toBe(places.length);
  const ids = new Set(places.map((place) => place.id));
  expect(ids.size).toBe(places.length);
  expect(places.filter((place) => place.parent_id !== null && !ids.has(place.parent_id))).toEqual([]);
});

test("lists that disagree are carried as data", () => {
  const disputed = (code: string) => ({ code, disputed: true });
  expect(codesOf("LA1803", "npm")).toEqual([disputed("1805")]);
  expect(codesOf("LA1805", "geonames")).toEqual([disputed("LA.28.1803")]);
  expect(codesOf("LA1013", "npm")).toEqual([disputed("1012")]);
  expect(codesOf("LA1013", "pcode")).toEqual([{ code: "LA1013", disputed: false }]);
  expect(codesOf("LA18", "iso")).toEqual([disputed("LA-XS"), disputed("LA-XN")]);
  expect(places.find((place) => place.code === "LA1803")).toMatchObject({
    name_en: "Longsan",
    needs_review: true,
  });
});

test("joined villages are found by each of their names", () => {
  const rows = [
    { vid: "1", vn: "ນາ​ແກ +  ບ. ຫ້ວຍແດງ", vn_en: "", did: "101" },
    { vid: "2", vn: "ໂພນໄຊ", vn_en: "Phonxay", did: "101" },
    { vid: "3", vn: " ໂພນໄຊ\u200b", vn_en: "", did: "101" },
    { vid: "4", vn: "ໂພນໄຊ", vn_en: "", did: "999" },
  ];
  const { villages, report } = cleanVillages(rows, new Set(["101"]));
  expect(villages.map((village) => [village.parts, village.reasons])).toEqual([
    [["ນາແກ", "ຫ້ວຍແດງ"], ["merged_name"]],
    [[], ["repeated_name"]],
    [[], ["repeated_name"]],
  ]);
  expect(report.droppedNoDistrict).toEqual([{ listId: "4", district: "999", name: "ໂພນໄຊ" }]);
});

test("every romanisation of a province is kept as a name", () => {
  const id = places.find((place) => place.code === "LA08")?.id;
  const known = names.filter((name) => name.place_id === id).map((name) => name.name_en);
  expect(known).toEqual(expect.arrayContaining(["Xayabouly", "Xaignabouli", "Sainyabuli", "Xanabouly"]));
});
