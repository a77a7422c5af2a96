import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { facilityTypes } from "@/db/schema/facilities";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";

type Named = Readonly<{ nameLo: string; nameEn: string }>;
export type FacilityLine = Named &
  Readonly<{
    id: string;
    type: (typeof facilityTypes)[number];
    code: string | null;
    district: Named;
    province: Named;
    ended: string | null;
    /** Villages it serves today, as far as the reader may know them. */
    villages: number;
  }>;
export type FacilityList = Readonly<{ facilities: readonly FacilityLine[]; found: number }>;

export type ServedVillage = Named &
  Readonly<{
    id: string;
    villageId: string;
    villageCode: string | null;
    validFrom: string;
    validTo: string | null;
    travelMinDry: number | null;
    travelMinWet: number | null;
  }>;
export type FacilityPage = FacilityLine &
  Readonly<{
    dhis2Uid: string | null;
    lat: number | null;
    lng: number | null;
    from: string | null;
    source: string;
    village: (Named & { code: string | null }) | null;
    /** Those of today first. */
    served: readonly ServedVillage[];
  }>;

export const facilitiesPerPage = 100;

/** The nation for those who keep the lists or read everywhere; else the own districts and who serves the own villages. */
function withinReach(actor: Actor): SQL {
  if (!can(actor, "record.read") && !can(actor, "place.manage")) throw new AppError("forbidden");
  const { nation, districtIds, villageIds } = actor.scope;
  if (nation || can(actor, "place.manage")) return sql`true`;
  return sql`(f.district_id = any(${sql.param(`{${districtIds.join(",")}}`)}::uuid[]) or f.id in (
    select c.facility_id from catchments c where c.village_id = any(${sql.param(`{${villageIds.join(",")}}`)}::uuid[])))`;
}

const line = sql`f.id, f.type, f.code, f.name_lo as "nameLo", f.name_en as "nameEn", f.valid_to as ended,
  jsonb_build_object('nameLo', d.name_lo, 'nameEn', d.name_en) as district,
  jsonb_build_object('nameLo', r.name_lo, 'nameEn', r.name_en) as province,
  (select count(*)::int from catchments c where c.facility_id = f.id and c.valid_to is null) as villages`;
const from = sql`facilities f join places d on d.id = f.district_id left join places r on r.id = d.province_id`;

/** Facilities by name or code, those of one district when it is named; a page of them and how many there are. */
export async function facilityList(
  actor: Actor,
  { text, district, page }: { text: string; district: string; page: number },
): Promise<FacilityList> {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const where = sql`${withinReach(actor)}
    and (f.name_lo ilike ${like} or f.name_en ilike ${like} or f.code ilike ${like} or f.dhis2_uid ilike ${like})
    and (${district} = '' or d.code = ${district})`;
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<FacilityList>(sql`
      select (select count(*)::int from ${from} where ${where}) as found,
        ${listOf(sql`select ${line} from ${from} where ${where} order by d.code, f.valid_to is not null, f.type, f.name_lo, f.id
          limit ${facilitiesPerPage} offset ${page * facilitiesPerPage}`)} as facilities`),
  );
  return row ?? { facilities: [], found: 0 };
}

/** One facility with the villages it serves and served; `not_found` outside the reader's area. */
export async function facilityPage(actor: Actor, id: string): Promise<FacilityPage> {
  const reach = withinReach(actor);
  if (!z.uuid().safeParse(id).success) throw new AppError("not_found");
  const [found] = await withScope(actor.scope, (tx) =>
    tx.execute<FacilityPage>(sql`
      select ${line}, f.dhis2_uid as "dhis2Uid", f.lat, f.lng, f.valid_from as "from", f.source,
        (select jsonb_build_object('nameLo', v.name_lo, 'nameEn', v.name_en, 'code', v.code) from places v
          where v.id = f.village_id) as village,
        ${listOf(sql`
          select c.id, c.village_id as "villageId", v.code as "villageCode", v.name_lo as "nameLo", v.name_en as "nameEn",
            c.valid_from as "validFrom", c.valid_to as "validTo", c.travel_min_dry as "travelMinDry",
            c.travel_min_wet as "travelMinWet"
          from catchments c join places v on v.id = c.village_id
          where c.facility_id = f.id order by c.valid_to is not null, v.name_lo, c.valid_from desc`)} as served
      from ${from} where f.id = ${id} and ${reach}`),
  );
  if (!found) throw new AppError("not_found");
  return found;
}
