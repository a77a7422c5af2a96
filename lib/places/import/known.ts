import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { KnownFacility } from "./facilities";
import { type Area, type Bounded, boxOf } from "./point-in-polygon";
import type { Known, KnownDistrict, KnownVillage } from "./villages";

/** Districts and villages that stand today, with official codes: what village and facility rows are matched with. */
export async function knownPlaces(tx: Transaction): Promise<Known> {
  const districts = await tx.execute<KnownDistrict>(sql`
    select id, code as pcode, name_lo as "nameLo", name_en as "nameEn" from places where level = 'district' and valid_to is null`);
  const villages = await tx.execute<KnownVillage>(sql`
    select p.id, p.name_lo as "nameLo", p.name_en as "nameEn", p.district_id as "districtId", p.lat, p.lng, c.code as code7
    from places p left join place_codes c on c.place_id = p.id and c.scheme = 'official7' and c.valid_to is null
    where p.level = 'village' and p.valid_to is null`);
  const byDistrict = Map.groupBy(villages, (village) => village.districtId);
  const byCode = new Map(
    villages.flatMap((village) => (village.code7 ? [[village.code7, village] as const] : [])),
  );
  return {
    districts: [...districts],
    villagesOf: (districtId) => byDistrict.get(districtId) ?? [],
    byCode7: (code) => byCode.get(code),
  };
}

export async function knownFacilities(tx: Transaction): Promise<KnownFacility[]> {
  return [
    ...(await tx.execute<KnownFacility>(sql`
      select id, dhis2_uid as dhis2, code, type, name_lo as "nameLo", name_en as "nameEn", district_id as "districtId",
        village_id as "villageId", lat, lng from facilities`)),
  ];
}

export async function boundedDistricts(tx: Transaction): Promise<Bounded[]> {
  const rows = await tx.execute<{ id: string; geometry: Area }>(sql`
    select distinct on (b.place_id) b.place_id as id, b.geometry from place_boundaries b
    join places p on p.id = b.place_id and p.level = 'district' order by b.place_id, b.valid_from desc`);
  return rows.map(({ id, geometry }) => ({ id, area: geometry, box: boxOf(geometry) }));
}

export async function placesByPcode(tx: Transaction) {
  const rows = await tx.execute<{ code: string; id: string; nameLo: string; hasBoundary: boolean }>(sql`
    select c.code, p.id, p.name_lo as "nameLo", exists (select from place_boundaries b where b.place_id = p.id) as "hasBoundary"
    from places p join place_codes c on c.place_id = p.id and (c.scheme = 'pcode' or (p.level = 'country' and c.scheme = 'iso'))
    where p.valid_to is null`);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function knownSettlements(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`select id from settlements`);
  return new Set(rows.map((row) => row.id));
}
