import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { nationalColumns, recordColumns, textList } from "./columns";
import { applicationRole, districtPolicy, nationalPolicy } from "./policies";

type Words = { lo: string; en: string } & Record<string, string>;

export const instruments = pgTable(
  "instruments",
  {
    ...nationalColumns(),
    series: text("series").notNull(),
    version: integer("version").notNull(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull(),
    scale: text("scale").notNull(),
    wording: text("wording").notNull(),
    source: text("source"),
    consent: jsonb("consent").$type<Words>().notNull(),
    labels: jsonb("labels").$type<{ value: number; text: Words }[]>().notNull(),
    items: jsonb("items").$type<{ code: string; dimension: string; text: Words }[]>().notNull(),
  },
  (t) => [
    uniqueIndex("instruments_version").on(t.series, t.version),
    ...nationalPolicy("instruments", "app_admin", "app_national_writer"),
  ],
);

export const trustRounds = pgTable(
  "trust_rounds",
  {
    ...recordColumns(),
    instrumentId: uuid("instrument_id").notNull(),
    wave: text("wave").notNull(),
    startDate: date("start_date").notNull(),
    endDate: date("end_date"),
    interviewer: text("interviewer").notNull(),
    language: text("language"),
    workshopId: uuid("workshop_id"),
    exposureGroups: textList("exposure_groups").notNull(),
    planned: integer("planned"),
    closed: boolean("closed"),
  },
  (t) => [
    index("trust_rounds_village").on(t.villageId),
    index("trust_rounds_district").on(t.districtId),
    ...districtPolicy("trust_rounds"),
  ],
);

export const trustBatches = pgTable(
  "trust_batches",
  {
    ...recordColumns(),
    roundId: uuid("round_id").notNull(),
    n: integer("n").notNull(),
    declined: integer("declined"),
    sha256: text("sha256").notNull(),
  },
  (t) => [index("trust_batches_round").on(t.roundId), ...districtPolicy("trust_batches")],
);

const nobody = (table: string) =>
  pgPolicy(`${table}_nobody`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: sql.raw("false"),
    withCheck: sql.raw("false"),
  });

/**
 * One interview: no time, no author, no device, no batch. The application reads none of it: only the functions of
 * `db/sql/after/80-trust.sql`, which answer with counts and sums (docs/decisions/0041).
 */
export const trustAnswers = pgTable(
  "trust_answers",
  {
    id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
    districtId: uuid("district_id").notNull(),
    villageId: uuid("village_id").notNull(),
    roundId: uuid("round_id").notNull(),
    instrumentId: uuid("instrument_id").notNull(),
    exposure: text("exposure"),
    sex: text("sex"),
    ageBand: text("age_band"),
    ethnicGroupId: text("ethnic_group_id"),
    values: smallint("item_values").array().notNull(),
    score: doublePrecision("score"),
    /** Counted in results: once its round is closed. */
    released: boolean("released").notNull().default(false),
  },
  (t) => [
    index("trust_answers_round").on(t.roundId),
    index("trust_answers_district").on(t.districtId, t.villageId),
    nobody("trust_answers"),
  ],
);

/** Batches that were taken, so that one sent again counts once; tied to no answer. */
export const trustTaken = pgTable("trust_taken", { batchId: uuid("batch_id").primaryKey() }, () => [
  nobody("trust_taken"),
]);
