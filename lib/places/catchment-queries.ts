import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";

export type CatchmentView = {
  id: string;
  nameLo: string;
  nameEn: string;
  validFrom: string;
  validTo: string | null;
  travelMinDry: number | null;
  travelMinWet: number | null;
};

/** Health facilities that serve or served a village, the present one first. */
export async function catchmentsOf(actor: Actor, villageId: string): Promise<CatchmentView[]> {
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<CatchmentView>(sql`
      select c.id, f.name_lo as "nameLo", f.name_en as "nameEn", c.valid_from::text as "validFrom",
        c.valid_to::text as "validTo", c.travel_min_dry as "travelMinDry", c.travel_min_wet as "travelMinWet"
      from catchments c join facilities f on f.id = c.facility_id
      where c.village_id = ${villageId} order by c.valid_from desc`),
  );
  return [...rows];
}

/** Facilities that could serve a village: those of its province, its own district first. */
export async function facilitiesNear(
  actor: Actor,
  districtId: string,
): Promise<{ id: string; nameLo: string; nameEn: string }[]> {
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<{ id: string; nameLo: string; nameEn: string }>(sql`
      select f.id, f.name_lo as "nameLo", f.name_en as "nameEn"
      from facilities f join places d on d.id = f.district_id join places here on here.id = ${districtId}
      where d.province_id = here.province_id and f.valid_to is null
      order by f.district_id <> here.id, f.type, f.name_lo`),
  );
  return [...rows];
}
