import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { searchPlaces } from "./search-queries";

let db: TestDatabase;
const actor = actorFor({ role: "facilitator" });

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const first = async (text: string) => (await searchPlaces(actor, text))[0]?.code;

// Same word, several codings (geography §4.3, domain §7): ຳ as one or two characters, tone before or after, ໜ or ຫນ.
test.each([
  ["ບໍລິຄຳໄຊ", "LA11"],
  ["ບໍລິຄໍາໄຊ", "LA11"],
  ["ຄຳມ່ວນ", "LA12"],
  ["ຄໍາມວນ", "LA12"],
  ["ຫຼວງນ້ຳທາ", "LA03"],
  ["ຫລວງນໍ້າທາ", "LA03"],
  ["ຫລວງນ້ໍາທາ", "LA03"],
  ["ຊຳເໜືອ", "LA0701"],
  ["ຊໍາເຫນືອ", "LA0701"],
  ["ແຂວງ ຫົວພັນ", "LA07"],
  ["ເມືອງ ປາກຊັນ", "LA1101"],
  ["ມ. ປາກຊັນ", "LA1101"],
  ["ປາກ\u200bຊັນ", "LA1101"],
  ["ບໍແກ້ວ", "LA05"],
  ["ນາໝໍ", "LA0403"],
  ["ຫົວພຽນ", "LA07"],
  ["ສະວັນນະເຂດ", "LA13"],
])("in Lao, %s finds %s first", async (text, code) => {
  expect(await first(text)).toBe(code);
});

test.each([
  ["Huaphanh", "LA07"],
  ["Houaphan", "LA07"],
  ["Huaphan", "LA07"],
  ["Houapan", "LA07"],
  ["Xiang Khuang", "LA09"],
  ["Xieng Khouang", "LA09"],
  ["xiengkuang", "LA09"],
  ["Xanabouly", "LA08"],
  ["Sayaboury", "LA08"],
  ["Sainyabuli", "LA08"],
  ["Bolikhamxay", "LA11"],
  ["Borikhamsai", "LA11"],
  ["Champassak", "LA16"],
  ["Luang Phrabang", "LA06"],
  ["Phongsali", "LA02"],
  ["Viangchan", "LA10"],
  ["Vientiane", "LA10"],
  ["Savanakhet", "LA13"],
  ["Xaysomboun", "LA18"],
  ["Paksan", "LA1101"],
  ["Pakxane", "LA1101"],
  ["Muang Sing", "LA0302"],
  ["Pha Oudom", "LA0504"],
  ["phaoudum", "LA0504"],
  ["Kaysone", "LA1301"],
  ["LA0504", "LA0504"],
])("in Latin letters, %s finds %s first", async (text, code) => {
  expect(await first(text)).toBe(code);
});

test("a village with no Latin name in any list is found by its sound, in both scripts", async () => {
  const [village] = await db.owner`
    select v.id, v.name_lo from places v where v.level = 'village' and v.name_en = '' and v.name_lo = 'ຫ້ວຍສະແລ່ງ' limit 1`;
  const [any] = village
    ? [village]
    : await db.owner`
    select id, name_lo from places where level = 'village' and name_en = '' and name_lo like 'ຫ້ວຍ%' order by code limit 1`;
  const found = await searchPlaces(actor, any?.name_lo);
  expect(found.some((place) => place.id === any?.id)).toBe(true);
});

test("villages: Houay Xai Neua by romanisation, limited to a district", async () => {
  const [village] = await db.owner`
    select v.id, v.district_id from places v where v.name_lo = 'ໂພນສະຫວ່າງ' and v.level = 'village' order by code limit 1`;
  for (const spelling of ["Phonsavang", "Phone Savang", "Phonsawang", "Ban Phonsavang", "ໂພນສະຫ່ວາງ"]) {
    const found = await searchPlaces(actor, spelling, {
      levels: ["village"],
      districtId: village?.district_id,
    });
    expect(
      found.map((place) => place.id),
      spelling,
    ).toContain(village?.id);
  }
});

/** The middle consonant changed to another, as a slip of the finger would; nothing for names too short to bear it. */
function withWrongLetter(name: string): string | null {
  const letters = [...name];
  const at = letters.findIndex(
    (letter, i) => i >= letters.length / 2 && /[ກ-ຮb-df-hj-np-tv-z]/u.test(letter),
  );
  if (letters.length < 4 || at < 0) return null;
  return letters.toSpliced(at, 1, /[ກ-ຮ]/u.test(name) ? "ມ" : "m").join("");
}

test("one wrong letter still finds the name, for all provinces and a quarter of the districts in both scripts", async () => {
  const places = await db.owner<{ code: string; name_lo: string; name_en: string }[]>`
    select code, name_lo, name_en from places where level = 'province' or (level = 'district' and right(code, 1) in ('1', '6')) order by code`;
  const missed: string[] = [];
  for (const { code, name_lo, name_en } of places) {
    for (const name of [name_lo, name_en]) {
      const typed = withWrongLetter(name);
      if (!typed) continue;
      const found = await searchPlaces(actor, typed);
      if (!found.some((place) => place.code === code)) missed.push(`${code} ${name} as ${typed}`);
    }
  }
  expect(missed).toEqual([]);
});

test("never more than twenty, nothing for nothing, and odd input is harmless", async () => {
  expect((await searchPlaces(actor, "ໂພນ")).length).toBe(20);
  expect(await searchPlaces(actor, "   ")).toEqual([]);
  expect(await searchPlaces(actor, "%_'\"; drop table places --")).toBeInstanceOf(Array);
  expect(await searchPlaces(actor, "(((.*+?[")).toEqual([]);
  expect((await searchPlaces(actor, "x".repeat(5000))).length).toBeLessThanOrEqual(20);
});
