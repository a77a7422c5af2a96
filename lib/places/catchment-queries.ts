import { type SQL, sql } from "drizzle-orm";

export type CatchmentView = Readonly<{
  id: string;
  facilityId: string;
  villageId: string;
  nameLo: string;
  nameEn: string;
  validFrom: string;
  validTo: string | null;
  travelMinDry: number | null;
  travelMinWet: number | null;
}>;

/** Health facilities that serve or served some villages, the present ones first. */
export const catchmentRows = (which: SQL) => sql`
  select c.id, c.facility_id as "facilityId", c.village_id as "villageId", f.name_lo as "nameLo", f.name_en as "nameEn",
    c.valid_from as "validFrom", c.valid_to as "validTo", c.travel_min_dry as "travelMinDry", c.travel_min_wet as "travelMinWet"
  from catchments c join facilities f on f.id = c.facility_id
  where ${which} order by c.valid_to is not null, c.valid_from desc`;
