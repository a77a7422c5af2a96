import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { from, moments, period, to } from "./dated";
import { nationalPolicy } from "./policies";

export const placeLevels = ["country", "province", "district", "taseng", "kumban", "village"] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const codeSchemes = ["pcode", "iso", "geonames", "npm", "official7", "dhis2"] as const;
export type CodeScheme = (typeof codeSchemes)[number];
export const nameKinds = ["official", "alias", "romanisation"] as const;
export type NameKind = (typeof nameKinds)[number];
export const changeEventKinds = ["create", "rename", "merge", "split", "reparent", "abolish"] as const;
export type ChangeEventKind = (typeof changeEventKinds)[number];

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
