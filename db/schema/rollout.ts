import { bigint, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { nationalColumns } from "./columns";
import { nationalPolicy } from "./policies";

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
