import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

export type TestDistrict = Readonly<{
  provinceId: string;
  districtId: string;
  villageIds: readonly string[];
}>;

/** A province of its own with one district and its villages, so that no test sees another's rows. */
export async function makeDistrict(owner: Sql, villages = 2): Promise<TestDistrict> {
  const provinceId = randomUUID();
  const districtId = randomUUID();
  const villageIds = Array.from({ length: villages }, () => randomUUID());
  const rows = [
    {
      id: provinceId,
      level: "province",
      parent_id: null,
      district_id: null,
      province_id: provinceId,
      name_lo: "ແຂວງທົດສອບ",
    },
    {
      id: districtId,
      level: "district",
      parent_id: provinceId,
      district_id: districtId,
      province_id: provinceId,
      name_lo: "ເມືອງທົດສອບ",
    },
    ...villageIds.map((id, index) => ({
      id,
      level: "village",
      parent_id: districtId,
      district_id: districtId,
      province_id: provinceId,
      name_lo: `ບ້ານທົດສອບ ${index + 1}`,
    })),
  ];
  for (const row of rows) await owner`insert into places ${owner({ ...row, source: "test" })}`;
  return { provinceId, districtId, villageIds };
}
