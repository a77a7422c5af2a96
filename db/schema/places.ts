import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { applicationRole, districtPolicy, nationalPolicy } from "./policies";

export const placeLevels = ["country", "province", "district", "taseng", "kumban", "village"] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const codeSchemes = ["pcode", "iso", "geonames", "npm", "official7", "dhis2"] as const;
export type CodeScheme = (typeof codeSchemes)[number];
export const nameKinds = ["official", "alias", "romanisation"] as const;
export type NameKind = (typeof nameKinds)[number];
export const changeEventKinds = ["create", "rename", "merge", "split", "reparent", "abolish"] as const;
export type ChangeEventKind = (typeof changeEventKinds)[number];

const from = () => date("valid_from");
const to = () => date("valid_to");
const period = (table: string) =>
  check(`${table}_period`, sql.raw("valid_to is null or valid_from is null or valid_from < valid_to"));
const moments = () => ({
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/**
 * A place as it is called today. `valid_from` null means "since before our records"; periods are half open.
 * `district_id` is the district that holds it today (its own id for a district); history is in `place_parents`.
 */
export const places = pgTable(
  "places",
  {
    id: uuid("id").primaryKey(),
    level: text("level").$type<PlaceLevel>().notNull(),
    parentId: uuid("parent_id"),
    districtId: uuid("district_id"),
    provinceId: uuid("province_id"),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull().default(""),
    searchKeys: text("search_keys").notNull().default(""),
    code: text("code"),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    validFrom: from(),
    validTo: to(),
    source: text("source").notNull(),
    needsReview: boolean("needs_review").notNull().default(false),
    reviewReasons: jsonb("review_reasons").$type<string[]>().notNull().default([]),
    ...moments(),
  },
  (t) => [
    uniqueIndex("places_code").on(t.code),
    index("places_parent").on(t.parentId),
    index("places_district_level").on(t.districtId, t.level),
    index("places_province_level").on(t.provinceId, t.level),
    index("places_search").using("gin", t.searchKeys.op("gin_trgm_ops")),
    check("places_level", sql`level in ('country','province','district','taseng','kumban','village')`),
    check(
      "places_holder",
      sql`level not in ('district','taseng','kumban','village') or district_id is not null`,
    ),
    check(
      "places_point",
      sql`(lat is null) = (lng is null) and lat between -90 and 90 and lng between -180 and 180`,
    ),
    period("places"),
    ...nationalPolicy("places", "app_admin"),
  ],
);

export const placeNames = pgTable(
  "place_names",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    nameLo: text("name_lo").notNull().default(""),
    nameEn: text("name_en").notNull().default(""),
    kind: text("kind").$type<NameKind>().notNull(),
    validFrom: from(),
    validTo: to(),
    source: text("source").notNull(),
  },
  (t) => [
    uniqueIndex("place_names_once")
      .on(t.placeId, t.kind, t.nameLo, t.nameEn, t.validFrom)
      .where(sql`valid_from is not null`),
    uniqueIndex("place_names_always")
      .on(t.placeId, t.kind, t.nameLo, t.nameEn)
      .where(sql`valid_from is null`),
    period("place_names"),
    ...nationalPolicy("place_names", "app_admin"),
  ],
);

export const placeParents = pgTable(
  "place_parents",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    childId: uuid("child_id")
      .notNull()
      .references(() => places.id),
    parentId: uuid("parent_id")
      .notNull()
      .references(() => places.id),
    validFrom: from(),
    validTo: to(),
  },
  (t) => [
    uniqueIndex("place_parents_one_open").on(t.childId).where(sql`valid_to is null`),
    index("place_parents_child").on(t.childId),
    index("place_parents_parent").on(t.parentId),
    check("place_parents_self", sql`child_id <> parent_id`),
    period("place_parents"),
    ...nationalPolicy("place_parents", "app_admin"),
  ],
);

/** Codes of every list that names the place; two lists may disagree, then both rows are `disputed`. */
export const placeCodes = pgTable(
  "place_codes",
  {
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    scheme: text("scheme").$type<CodeScheme>().notNull(),
    code: text("code").notNull(),
    validFrom: from(),
    validTo: to(),
    disputed: boolean("disputed").notNull().default(false),
    note: text("note").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.scheme, t.code] }),
    index("place_codes_lookup").on(t.scheme, t.code),
    ...nationalPolicy("place_codes", "app_admin"),
  ],
);

export const placeChanges = pgTable(
  "place_changes",
  {
    id: uuid("id").primaryKey(),
    date: date("date").notNull(),
    kind: text("kind").$type<ChangeEventKind>().notNull(),
    fromIds: jsonb("from_ids").$type<string[]>().notNull(),
    toIds: jsonb("to_ids").$type<string[]>().notNull(),
    decree: text("decree").notNull(),
    note: text("note").notNull().default(""),
    effect: jsonb("effect").$type<Record<string, unknown>>().notNull().default({}),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("place_changes_date").on(t.date),
    check("place_changes_kind", sql`kind in ('create','rename','merge','split','reparent','abolish')`),
    ...nationalPolicy("place_changes", "app_admin"),
  ],
);

/** Which place came from which district into which: work made offline before finds its way by it. */
export const placeMoves = pgTable(
  "place_moves",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** A village, or the district that ended. */
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    fromDistrictId: uuid("from_district_id").notNull(),
    toDistrictId: uuid("to_district_id").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("place_moves_place").on(t.placeId), ...nationalPolicy("place_moves", "app_admin")],
);

export const placeBoundaries = pgTable(
  "place_boundaries",
  {
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    geometry: jsonb("geometry").$type<{ type: "Polygon" | "MultiPolygon"; coordinates: unknown }>().notNull(),
    source: text("source").notNull(),
    credit: text("credit").notNull(),
    validFrom: date("valid_from").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.validFrom] }),
    ...nationalPolicy("place_boundaries", "app_admin"),
  ],
);

/** Named points for orientation and for suggesting where a village lies; not administrative places. */
export const settlements = pgTable(
  "settlements",
  {
    id: uuid("id").primaryKey(),
    geonamesId: text("geonames_id"),
    nameLo: text("name_lo").notNull().default(""),
    nameEn: text("name_en").notNull().default(""),
    lat: doublePrecision("lat").notNull(),
    lng: doublePrecision("lng").notNull(),
    provinceId: uuid("province_id"),
    districtId: uuid("district_id"),
    onBorder: boolean("on_border").notNull().default(false),
    source: text("source").notNull(),
  },
  (t) => [
    uniqueIndex("settlements_geonames").on(t.geonamesId),
    index("settlements_district").on(t.districtId),
    check("settlements_point", sql`lat between -90 and 90 and lng between -180 and 180`),
    ...nationalPolicy("settlements", "app_admin"),
  ],
);

export const povertyStatuses = ["poor", "not_poor", "unknown"] as const;
export const accessBySeason = ["road", "track", "boat", "foot", "none", "unknown"] as const;
export type GroupCount = { group: string; people?: number; share?: number };

/** What was known of a village on a date, and from whom; the newest one is the one shown. */
export const villageProfiles = pgTable(
  "village_profiles",
  {
    ...recordColumns(),
    date: date("date").notNull(),
    source: text("source").notNull(),
    population: integer("population"),
    females: integer("females"),
    households: integer("households"),
    ethnicGroups: jsonb("ethnic_groups").$type<GroupCount[]>(),
    languages: jsonb("languages").$type<string[]>(),
    povertyStatus: text("poverty_status").$type<(typeof povertyStatuses)[number]>(),
    dryAccess: text("dry_access").$type<(typeof accessBySeason)[number]>(),
    wetAccess: text("wet_access").$type<(typeof accessBySeason)[number]>(),
    note: text("note"),
  },
  (t) => [
    index("village_profiles_village").on(t.districtId, t.villageId, t.date),
    check("village_profiles_village_given", sql`village_id is not null`),
    check(
      "village_profiles_counts",
      sql`population >= 0 and households >= 0 and females between 0 and coalesce(population, females)`,
    ),
    ...districtPolicy("village_profiles"),
  ],
);

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

export const ethnicFamilies = ["lao_tai", "mon_khmer", "tibeto_burman", "hmong_iumien", "other"] as const;

export const ethnicGroups = pgTable(
  "ethnic_groups",
  {
    id: text("id").primaryKey(),
    family: text("family").$type<(typeof ethnicFamilies)[number]>().notNull(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull(),
    position: smallint("position").notNull(),
    active: boolean("active").notNull().default(true),
    needsReview: boolean("needs_review").notNull().default(false),
  },
  () => nationalPolicy("ethnic_groups", "app_admin"),
);

export const spokenLanguages = pgTable(
  "spoken_languages",
  {
    id: text("id").primaryKey(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull(),
    position: smallint("position").notNull(),
    active: boolean("active").notNull().default(true),
  },
  () => nationalPolicy("spoken_languages", "app_admin"),
);
