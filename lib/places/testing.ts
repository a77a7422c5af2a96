import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { searchKeysOf } from "@/db/places/search-keys";

export type TestPlace = { id: string; code: string };
type Made = {
  parent?: TestPlace;
  level: "province" | "district" | "village";
  nameLo?: string;
  nameEn?: string;
};

/** Places of their own for a test: a country, then provinces, districts and villages under each other. */
export async function placesFor(owner: postgres.Sql) {
  const country: TestPlace = { id: randomUUID(), code: `T${randomUUID().slice(0, 8)}` };
  await owner`insert into places (id, level, name_lo, code, source) values (${country.id}, 'country', 'ປະເທດ', ${country.code}, 'test')`;

  async function make({
    parent = country,
    level,
    nameLo = "ທົດລອງ",
    nameEn = "Test",
  }: Made): Promise<TestPlace> {
    const place = { id: randomUUID(), code: `t${randomUUID().slice(0, 8)}` };
    await owner`
      insert into places (id, level, parent_id, district_id, province_id, name_lo, name_en, code, source, search_keys)
      select ${place.id}, ${level}, ${parent.id},
        case ${level}::text when 'district' then ${place.id}::uuid when 'village' then p.district_id end,
        case ${level}::text when 'province' then ${place.id}::uuid else p.province_id end,
        ${nameLo}, ${nameEn}, ${place.code}, 'test', ${searchKeysOf([nameLo, nameEn])}
      from places p where p.id = ${parent.id}`;
    await owner`insert into place_parents (child_id, parent_id) values (${place.id}, ${parent.id})`;
    await owner`
      insert into place_names (place_id, name_lo, name_en, kind, source) values (${place.id}, ${nameLo}, ${nameEn}, 'official', 'test')`;
    return place;
  }
  return { country, make };
}
