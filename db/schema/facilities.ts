import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  index,
  pgPolicy,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { from, moments, period, to } from "./dated";
import { places } from "./places";
import { applicationRole, districtPolicy, nationalPolicy } from "./policies";

export const facilityTypes = [
  "central_hospital",
  "provincial_hospital",
  "district_hospital_a",
  "district_hospital_b",
  "health_centre_a",
  "health_centre_b",
] as const;

export const facilities = pgTable(
  "facilities",
  {
    id: uuid("id").primaryKey(),
    type: text("type").$type<(typeof facilityTypes)[number]>().notNull(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull().default(""),
    districtId: uuid("district_id")
      .notNull()
      .references(() => places.id),
    villageId: uuid("village_id").references(() => places.id),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    code: text("code"),
    dhis2Uid: text("dhis2_uid"),
    validFrom: from(),
    validTo: to(),
    source: text("source").notNull(),
    ...moments(),
  },
  (t) => [
    uniqueIndex("facilities_code").on(t.code),
    uniqueIndex("facilities_dhis2").on(t.dhis2Uid),
    index("facilities_district").on(t.districtId),
    check(
      "facilities_point",
      sql`(lat is null) = (lng is null) and lat between -90 and 90 and lng between -180 and 180`,
    ),
    period("facilities"),
    ...nationalPolicy("facilities", "app_admin"),
  ],
);

/** Which health facility serves a village, dated; never the administrative parent (domain §0.3). */
export const catchments = pgTable(
  "catchments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    facilityId: uuid("facility_id")
      .notNull()
      .references(() => facilities.id),
    districtId: uuid("district_id").notNull(),
    villageId: uuid("village_id")
      .notNull()
      .references(() => places.id),
    validFrom: date("valid_from").notNull(),
    validTo: to(),
    travelMinDry: smallint("travel_min_dry"),
    travelMinWet: smallint("travel_min_wet"),
    ...moments(),
  },
  (t) => [
    uniqueIndex("catchments_one_open").on(t.villageId).where(sql`valid_to is null`),
    index("catchments_facility").on(t.facilityId),
    index("catchments_village").on(t.villageId),
    check("catchments_minutes", sql`travel_min_dry >= 0 and travel_min_wet >= 0`),
    period("catchments"),
    ...districtPolicy("catchments"),
    // Who serves whom is no record about a village: the keeper of the lists of places and facilities reads it too.
    pgPolicy("catchments_admin", {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: sql.raw("(select app_admin())"),
    }),
  ],
);
