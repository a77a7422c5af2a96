import { bigint, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { nationalColumns, recordColumns, textList } from "./columns";
import { districtPolicy, nationalPolicy } from "./policies";

export const reachFigures = pgTable(
  "reach_figures",
  {
    ...nationalColumns(),
    date: date("date").notNull(),
    dateWording: text("date_wording").notNull(),
    villages: integer("villages"),
    districts: integer("districts"),
    provinces: integer("provinces"),
    wording: text("wording").notNull(),
    source: text("source").notNull(),
  },
  () => nationalPolicy("reach_figures", "app_national_writer"),
);

export const institutions = pgTable(
  "institutions",
  {
    ...nationalColumns(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull(),
    kind: text("kind").notNull(),
    from: date("from"),
    to: date("to"),
    successorId: uuid("successor_id"),
    source: text("source"),
    note: text("note"),
  },
  () => nationalPolicy("institutions", "app_national_writer"),
);

export const agreements = pgTable(
  "agreements",
  {
    ...nationalColumns(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    parties: jsonb("parties").$type<string[]>().notNull(),
    signed: date("signed"),
    from: date("from"),
    to: date("to"),
    amountKip: bigint("amount_kip", { mode: "number" }),
    amountUsd: integer("amount_usd"),
    scope: text("scope"),
    source: text("source"),
  },
  () => nationalPolicy("agreements", "app_national_writer"),
);

/** What is intended, never what was done: one line for one module at one level in one place (docs/decisions/0048). */
export const rolloutItems = pgTable(
  "rollout_items",
  {
    ...recordColumns(),
    year: integer("year").notNull(),
    module: text("module").notNull(),
    level: text("level").notNull(),
    plannedDate: date("planned_date").notNull(),
    funding: text("funding"),
    funderId: uuid("funder_id"),
    costKip: bigint("cost_kip", { mode: "number" }),
    facilitators: textList("facilitators"),
    note: text("note"),
  },
  (t) => [
    index("rollout_items_year").on(t.year, t.districtId),
    index("rollout_items_place").on(t.districtId, t.villageId),
    ...districtPolicy("rollout_items"),
  ],
);

export const facilitators = pgTable(
  "facilitators",
  {
    ...recordColumns(),
    name: text("name").notNull(),
    office: text("office").notNull(),
    from: date("from_date"),
    to: date("to_date"),
    note: text("note"),
  },
  (t) => [index("facilitators_district").on(t.districtId), ...districtPolicy("facilitators")],
);

export const facilitatorTrainings = pgTable(
  "facilitator_trainings",
  {
    ...recordColumns(),
    facilitatorId: uuid("facilitator_id").notNull(),
    date: date("date").notNull(),
    topic: text("topic").notNull(),
    venue: text("venue"),
    days: integer("days"),
  },
  (t) => [
    index("facilitator_trainings_facilitator").on(t.facilitatorId),
    index("facilitator_trainings_district").on(t.districtId, t.date),
    ...districtPolicy("facilitator_trainings"),
  ],
);
