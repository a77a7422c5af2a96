import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { nationalColumns } from "./columns";
import { applicationRole, nationalPolicy } from "./policies";

/** Which table of which quarter; `measures` says what its columns were, as they were when it was published. */
export const publications = pgTable(
  "publications",
  {
    ...nationalColumns(),
    table: text("table_name").notNull(),
    quarter: integer("quarter").notNull(),
    version: integer("version").notNull(),
    reason: text("reason"),
    /** Written with the rows, once. */
    measures: jsonb("measures").$type<unknown[]>().notNull().default([]),
    publishedOn: date("published_on").notNull().default(sql`current_date`),
    withdrawnOn: date("withdrawn_on"),
    withdrawnWhy: text("withdrawn_why"),
  },
  (t) => [
    uniqueIndex("publications_version").on(t.table, t.quarter, t.version),
    ...nationalPolicy("publications", "app_national_writer"),
  ],
);

export const withdrawals = pgTable(
  "withdrawals",
  {
    ...nationalColumns(),
    publicationId: uuid("publication_id").notNull(),
    date: date("date").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    index("withdrawals_publication").on(t.publicationId),
    ...nationalPolicy("withdrawals", "app_national_writer"),
  ],
);

/**
 * What was published, place by place: only what may be shown, hidden figures have never been in it. Written once, never
 * changed. Partners read the districts they are given and the totals above them; nothing of what was withdrawn.
 */
export const publishedRows = pgTable(
  "published_rows",
  {
    publicationId: uuid("publication_id").notNull(),
    /** District or province; the nation is all zeros. */
    placeId: uuid("place_id").notNull(),
    level: text("level").notNull(),
    provinceId: uuid("province_id"),
    /** One per measure: a figure, "hidden", or null where nothing was reported. */
    cells: jsonb("cells").$type<unknown[]>().notNull(),
    withdrawn: boolean("withdrawn").notNull().default(false),
  },
  (t) => [
    primaryKey({ name: "published_rows_pkey", columns: [t.publicationId, t.placeId] }),
    pgPolicy("published_rows_read", {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: sql.raw(`(select app_national_writer()) or not withdrawn and ((select app_published_nation())
        or level = 'district' and place_id = any((select app_published_districts())::uuid[])
        or level = 'province' and place_id in (select d.province_id from places d where d.id = any((select app_published_districts())::uuid[]))
        or level = 'nation' and (select cardinality(app_published_districts())) > 0)`),
    }),
    pgPolicy("published_rows_write", {
      as: "permissive",
      for: "all",
      to: applicationRole,
      using: sql.raw("(select app_national_writer())"),
      withCheck: sql.raw("(select app_national_writer())"),
    }),
  ],
);
