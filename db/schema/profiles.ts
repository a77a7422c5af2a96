import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { districtPolicy, nationalPolicy } from "./policies";

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
    ages: jsonb("ages").$type<Record<string, number>>(),
    languages: jsonb("languages").$type<string[]>(),
    povertyStatus: text("poverty_status").$type<(typeof povertyStatuses)[number]>(),
    dryAccess: text("dry_access").$type<(typeof accessBySeason)[number]>(),
    wetAccess: text("wet_access").$type<(typeof accessBySeason)[number]>(),
    note: text("note"),
  },
  (t) => [
    index("village_profiles_village").on(t.districtId, t.villageId, t.date),
    check("village_profiles_village_given", sql`village_id is not null`),
    check("village_profiles_counts", sql`population >= 0 and households >= 0 and females >= 0`),
    ...districtPolicy("village_profiles"),
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
