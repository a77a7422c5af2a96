import { date, doublePrecision, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { nationalColumns } from "./columns";
import { nationalPolicy } from "./policies";

/** What an indicator should be in a year, for the nation or a province. */
export const nationalTargets = pgTable(
  "national_targets",
  {
    ...nationalColumns(),
    indicator: text("indicator").notNull(),
    year: integer("year").notNull(),
    provinceId: uuid("province_id"),
    value: doublePrecision("value").notNull(),
    source: text("source").notNull(),
    note: text("note"),
  },
  (t) => [
    index("national_targets_year").on(t.year),
    ...nationalPolicy("national_targets", "app_national_writer"),
  ],
);

/** What an indicator was in a period, as one source has it. */
export const nationalValues = pgTable(
  "national_values",
  {
    ...nationalColumns(),
    indicator: text("indicator").notNull(),
    provinceId: uuid("province_id"),
    from: date("from_date").notNull(),
    to: date("to_date").notNull(),
    kind: text("kind").notNull(),
    value: doublePrecision("value").notNull(),
    basis: text("basis").notNull(),
    amongWhom: text("among_whom"),
    source: text("source").notNull(),
    verdict: text("verdict"),
    note: text("note"),
  },
  (t) => [index("national_values_to").on(t.to), ...nationalPolicy("national_values", "app_national_writer")],
);
