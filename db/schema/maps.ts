import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { districtPolicy, nationalPolicy, sensitivePolicy } from "./policies";

export const maps = pgTable(
  "maps",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    groupId: uuid("group_id"),
    title: text("title"),
    base: text("base").notNull(),
    date: date("date"),
    photoId: uuid("photo_id"),
    controlPoints: jsonb("control_points"),
    photoOpacity: doublePrecision("photo_opacity"),
    centre: jsonb("centre"),
    zoom: doublePrecision("zoom"),
    note: text("note"),
  },
  (t) => [
    index("maps_workshop").on(t.workshopId),
    index("maps_village").on(t.villageId),
    ...districtPolicy("maps"),
  ],
);

export const mapFeatures = pgTable(
  "map_features",
  {
    ...recordColumns(),
    mapId: uuid("map_id").notNull(),
    category: text("category").notNull(),
    geometry: jsonb("geometry").notNull(),
    label: text("label"),
    note: text("note"),
    season: text("season").notNull(),
    households: integer("households"),
    people: integer("people"),
    sensitive: boolean("sensitive").notNull(),
    photoId: uuid("photo_id"),
  },
  (t) => [
    index("map_features_map").on(t.mapId),
    index("map_features_district").on(t.districtId),
    ...districtPolicy("map_features"),
    sensitivePolicy("map_features"),
  ],
);

/** The symbol vocabulary; administrators add to it, never remove: old maps keep their meaning. */
export const mapCategories = pgTable(
  "map_categories",
  {
    id: text("id").primaryKey(),
    frame: text("frame").notNull(),
    glyph: text("glyph").notNull(),
    labelLo: text("label_lo").notNull(),
    labelEn: text("label_en").notNull(),
    sensitive: boolean("sensitive").notNull(),
    position: integer("position").notNull(),
    active: boolean("active").notNull().default(true),
  },
  () => nationalPolicy("map_categories", "app_admin"),
);
