import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
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
import { nationalColumns, recordColumns, textList } from "./columns";
import { applicationRole, districtPolicy, nationalPolicy } from "./policies";

const described = () => ({
  ...nationalColumns(),
  code: text("code").notNull(),
  nameLo: text("name_lo").notNull(),
  nameEn: text("name_en").notNull(),
  group: text("group").notNull(),
  teamOnly: boolean("team_only"),
  position: integer("position").notNull(),
  active: boolean("active").notNull(),
  source: text("source"),
});

export const dataElements = pgTable(
  "data_elements",
  {
    ...described(),
    /** Stands for the element in `data_values`. */
    number: smallint("number").notNull().generatedByDefaultAsIdentity({ startWith: 1001 }),
    reporters: textList("reporters").notNull(),
    maximum: integer("maximum"),
    atMost: textList("at_most"),
    adviceLo: text("advice_lo"),
    adviceEn: text("advice_en"),
  },
  (t) => [
    uniqueIndex("data_elements_code").on(t.code),
    uniqueIndex("data_elements_number").on(t.number),
    ...nationalPolicy("data_elements", "app_admin"),
  ],
);

export const indicators = pgTable(
  "indicators",
  {
    ...described(),
    numerator: textList("numerator").notNull(),
    denominator: textList("denominator"),
    populationKind: text("population_kind"),
    factor: integer("factor").notNull(),
    direction: text("direction").notNull(),
  },
  (t) => [uniqueIndex("indicators_code").on(t.code), ...nationalPolicy("indicators", "app_admin")],
);

export const reportingRules = pgTable(
  "reporting_rules",
  { ...nationalColumns(), from: date("from_date").notNull(), dueDay: integer("due_day").notNull() },
  () => nationalPolicy("reporting_rules", "app_admin", "app_national_writer"),
);

export const populationFigures = pgTable(
  "population_figures",
  {
    ...recordColumns(),
    facilityId: uuid("facility_id"),
    kind: text("kind").notNull(),
    year: integer("year").notNull(),
    value: integer("value").notNull(),
    method: text("method").notNull(),
    asOf: date("as_of").notNull(),
    source: text("source"),
  },
  (t) => [
    index("population_figures_district").on(t.districtId, t.kind, t.year),
    index("population_figures_village").on(t.villageId, t.kind).where(sql`village_id is not null`),
    index("population_figures_facility").on(t.facilityId).where(sql`facility_id is not null`),
    index("population_figures_of_district")
      .on(t.districtId)
      .where(sql`village_id is null and facility_id is null`),
    ...districtPolicy("population_figures"),
  ],
);

export const reports = pgTable(
  "reports",
  {
    ...recordColumns(),
    reporterKind: text("reporter_kind").notNull(),
    reporterId: uuid("reporter_id").notNull(),
    period: integer("period").notNull(),
    source: text("source").notNull(),
    submitted: boolean("submitted"),
    note: text("note"),
    /** By element code: a whole number, or null for "not known". */
    values: jsonb("values").$type<Record<string, number | null>>().notNull().default({}),
    /** When the server first had it as submitted; written only by `index_report`, as is the digest of the values. */
    submittedAt: timestamp("submitted_at", { withTimezone: true }),
    digest: text("digest"),
  },
  (t) => [
    index("reports_district").on(t.districtId, t.period),
    index("reports_reporter").on(t.reporterId, t.period),
    ...districtPolicy("reports"),
  ],
);

export const verifications = pgTable(
  "verifications",
  {
    ...recordColumns(),
    reportId: uuid("report_id").notNull(),
    verified: boolean("verified").notNull(),
    seen: text("seen").notNull(),
    date: date("date").notNull(),
    note: text("note"),
  },
  (t) => [index("verifications_report").on(t.reportId), ...districtPolicy("verifications")],
);

const readable = sql.raw(`(select app_nation()) or district_id = any((select app_districts())::uuid[])
  or reporter_id = any((select app_villages())::uuid[])
  or reporter_kind = 2 and reporter_id in (select c.facility_id from catchments c where c.village_id = any((select app_villages())::uuid[]))`);

/**
 * Every submitted value, millions of rows. reporter_kind 1 village, 2 facility; source 1 village, 2 facility, 3 survey;
 * status 1 submitted, 2 verified; period yyyymm. Written by functions of the owner only, never by the application itself.
 */
export const dataValues = pgTable(
  "data_values",
  {
    districtId: uuid("district_id").notNull(),
    reporterId: uuid("reporter_id").notNull(),
    value: integer("value").notNull(),
    period: integer("period").notNull(),
    elementNumber: smallint("element_number").notNull(),
    reporterKind: smallint("reporter_kind").notNull(),
    source: smallint("source").notNull(),
    status: smallint("status").notNull(),
  },
  (t) => [
    primaryKey({
      name: "data_values_pkey",
      columns: [t.districtId, t.reporterKind, t.reporterId, t.elementNumber, t.period, t.source],
    }),
    check(
      "data_values_codes",
      sql`reporter_kind in (1, 2) and source in (1, 2, 3) and status in (1, 2) and value >= 0 and period % 100 between 1 and 12`,
    ),
    pgPolicy("data_values_read", {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: readable,
    }),
  ],
);

/** Sums of `data_values` per district, kept with every write; a rebuild proves them equal. */
export const districtMonths = pgTable(
  "district_months",
  {
    districtId: uuid("district_id").notNull(),
    total: bigint("total", { mode: "number" }).notNull(),
    reporters: integer("reporters").notNull(),
    period: integer("period").notNull(),
    elementNumber: smallint("element_number").notNull(),
    source: smallint("source").notNull(),
  },
  (t) => [
    primaryKey({
      name: "district_months_pkey",
      columns: [t.districtId, t.source, t.elementNumber, t.period],
    }),
    pgPolicy("district_months_read", {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: sql.raw("(select app_nation()) or district_id = any((select app_districts())::uuid[])"),
    }),
  ],
);
