import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { applicationRole } from "./policies";

export type ImportStrategy = "CREATE_AND_UPDATE" | "CREATE" | "UPDATE" | "DELETE";
export type IdScheme = "uid" | "code" | "name";
export type ValueImportState = "reading" | "read" | "writing" | "written" | "undone";

/**
 * A person sees the imports of offices that work in no other districts than theirs today, an administrator all. Who made one
 * does not count: whoever has moved on sees their former district's values no more.
 */
const reach = "(select app_admin()) or district_ids <@ (select app_districts())::uuid[]";

/** One file, request or pull of monthly values. Writing and undoing it are one change each (architecture §2). */
export const valueImports = pgTable(
  "value_imports",
  {
    id: uuid("id").primaryKey(),
    /** Where the office that made it imports; null for an administrator's. */
    districtIds: uuid("district_ids").array(),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256").notNull().default(""),
    format: text("format").notNull(),
    via: text("via").notNull(),
    system: text("system").notNull(),
    unitScheme: text("unit_scheme").$type<IdScheme>().notNull(),
    elementScheme: text("element_scheme").$type<IdScheme>().notNull(),
    strategy: text("strategy").$type<ImportStrategy>().notNull(),
    status: text("status").$type<ValueImportState>().notNull().default("reading"),
    /** Values in the file. */
    size: integer("size").notNull().default(0),
    /** Rows that could not be used, by reason, found while reading. */
    refused: jsonb("refused").$type<Record<string, number>>().notNull().default({}),
    /** Rows that could not be used, by reason, found when the ids were looked up. */
    unused: jsonb("unused").$type<Record<string, number>>().notNull().default({}),
    createdBy: uuid("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    writtenAt: timestamp("written_at", { withTimezone: true }),
    undoneAt: timestamp("undone_at", { withTimezone: true }),
  },
  (t) => [
    index("value_imports_created").on(t.createdAt),
    check("value_imports_size", sql`length(file_name) <= 200`),
    pgPolicy("value_imports_reach", {
      for: "all",
      to: applicationRole,
      using: sql.raw(reach),
      withCheck: sql.raw(reach),
    }),
  ],
);

const ofImport = () =>
  uuid("import_id")
    .notNull()
    .references(() => valueImports.id, { onDelete: "cascade" });

const withItsImport = (table: string) =>
  pgPolicy(`${table}_reach`, {
    for: "all",
    to: applicationRole,
    using: sql.raw("exists (select from value_imports i where i.id = import_id)"),
    withCheck: sql.raw("exists (select from value_imports i where i.id = import_id)"),
  });

export type IdKind = "unit" | "element";
/** What became of an id of the file; `outside`: not where this person imports; `no_reporter`: a district or province. */
export type IdOutcome = "unknown" | "matched" | "set_aside" | "outside" | "no_reporter";

/** The file's own ids, once each; its values name them by number. */
export const valueImportIds = pgTable(
  "value_import_ids",
  {
    importId: ofImport(),
    kind: text("kind").$type<IdKind>().notNull(),
    no: integer("no").notNull(),
    externalId: text("external_id").notNull(),
    /** Category option combination and attribute option combination of an element. */
    combo: text("combo").notNull().default(""),
    attribute: text("attribute").notNull().default(""),
    rows: integer("rows").notNull(),
    firstRow: integer("first_row").notNull(),
    outcome: text("outcome").$type<IdOutcome>().notNull().default("unknown"),
    /** Of a unit: 1 village, 2 facility, which one, and one number for each of them. */
    reporterKind: smallint("reporter_kind"),
    reporterId: uuid("reporter_id"),
    reporterNo: integer("reporter_no"),
    elementNumber: smallint("element_number"),
  },
  (t) => [primaryKey({ columns: [t.importId, t.kind, t.no] }), withItsImport("value_import_ids")],
);

/** At most 5,000 values of the file each, as they were read. Gone when the import is written. */
export const valueImportPages = pgTable(
  "value_import_pages",
  {
    importId: ofImport(),
    page: integer("page").notNull(),
    rowNos: integer("row_nos").array().notNull(),
    units: integer("units").array().notNull(),
    elements: integer("elements").array().notNull(),
    /** `yyyymm`, or `yyyymmdd` of a day. */
    periods: integer("periods").array().notNull(),
    /** Null: deleted there. */
    amounts: integer("amounts").array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.page] }), withItsImport("value_import_pages")],
);

/**
 * At most 5,000 monthly values of one district each: what is to stand, and once written what stood before, for the history
 * and for undoing. Lists instead of a million rows; written by the functions of 81-value-imports.sql only.
 */
export const valueImportChunks = pgTable(
  "value_import_chunks",
  {
    importId: ofImport(),
    no: integer("no").notNull(),
    districtId: uuid("district_id").notNull(),
    reporterKinds: smallint("reporter_kinds").array().notNull(),
    reporters: uuid("reporters").array().notNull(),
    elements: smallint("elements").array().notNull(),
    periods: integer("periods").array().notNull(),
    /** Null: nothing is to stand. */
    amounts: integer("amounts").array().notNull(),
    /** The first row of the file behind it, and how many there are. */
    rowNos: integer("row_nos").array().notNull(),
    sizes: integer("sizes").array().notNull(),
    /** Of each: 0 nothing, 1 imported, 2 updated, 3 deleted; and what stood before, with its status. */
    done: smallint("done").array(),
    before: integer("before").array(),
    beforeStatus: smallint("before_status").array(),
    /** Rows by what would become or became of them. */
    counts: jsonb("counts").$type<Record<string, number>>(),
    writtenAt: timestamp("written_at", { withTimezone: true }),
    undoneAt: timestamp("undone_at", { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.importId, t.no] }), withItsImport("value_import_chunks")],
);

/** Rows that could not be used, with the place in the file and the reason; the first thousand of each reason. */
export const valueImportConflicts = pgTable(
  "value_import_conflicts",
  {
    importId: ofImport(),
    /** 0 found while reading, -1 when ids were looked up, else in that chunk. */
    chunk: integer("chunk").notNull(),
    rowNo: integer("row_no").notNull(),
    field: text("field").notNull(),
    value: text("value").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.chunk, t.rowNo, t.field, t.reason, t.value] }),
    withItsImport("value_import_conflicts"),
  ],
);

/**
 * What an id of another system means here, remembered from one import to the next. Said by an administrator it holds for all
 * (`district_id` null), said by an office for that office.
 */
export const externalIds = pgTable(
  "external_ids",
  {
    id: uuid("id").primaryKey(),
    districtId: uuid("district_id"),
    system: text("system").notNull(),
    kind: text("kind").$type<IdKind>().notNull(),
    scheme: text("scheme").$type<IdScheme>().notNull(),
    externalId: text("external_id").notNull(),
    /** Of an element: only with this category option combination; empty for all of them, added up. */
    combo: text("combo").notNull().default(""),
    /** Neither reporter nor element: set aside for ever. */
    reporterKind: smallint("reporter_kind"),
    reporterId: uuid("reporter_id"),
    elementNumber: smallint("element_number"),
    createdBy: uuid("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique("external_ids_once")
      .on(t.system, t.kind, t.scheme, t.externalId, t.combo, t.districtId)
      .nullsNotDistinct(),
    check("external_ids_reporter", sql`(reporter_kind is null) = (reporter_id is null)`),
    pgPolicy("external_ids_read", {
      for: "select",
      to: applicationRole,
      using: sql.raw(
        "district_id is null or (select app_admin()) or district_id = any((select app_districts())::uuid[])",
      ),
    }),
    pgPolicy("external_ids_write", {
      for: "all",
      to: applicationRole,
      using: sql.raw("(select app_admin()) or district_id = any((select app_districts())::uuid[])"),
      withCheck: sql.raw("(select app_admin()) or district_id = any((select app_districts())::uuid[])"),
    }),
  ],
);
