import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { applicationRole } from "./policies";

export const importKinds = ["boundaries", "villages", "facilities", "settlements"] as const;
export type ImportKind = (typeof importKinds)[number];
export const importStatuses = ["dry_run", "accepted", "undone"] as const;
export const rowOutcomes = ["create", "update", "same", "confirm", "error", "skipped"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type ImportCounts = Partial<Record<RowOutcome, number>>;

const adminOnly = (table: string) =>
  pgPolicy(`${table}_admin`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: sql.raw("(select app_admin())"),
    withCheck: sql.raw("(select app_admin())"),
  });

/** One uploaded file; accepting and undoing it are one change each (architecture §2). */
export const imports = pgTable(
  "imports",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<ImportKind>().notNull(),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256").notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull().default({}),
    status: text("status").$type<(typeof importStatuses)[number]>().notNull().default("dry_run"),
    counts: jsonb("counts").$type<ImportCounts>().notNull().default({}),
    credit: text("credit").notNull().default(""),
    createdBy: uuid("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    acceptedAt: timestamp("accepted_at", { withTimezone: true }),
    undoneAt: timestamp("undone_at", { withTimezone: true }),
  },
  (t) => [
    index("imports_created").on(t.createdAt),
    index("imports_file").on(t.kind, t.fileSha256),
    check("imports_size", sql`length(file_name) <= 200`),
    adminOnly("imports"),
  ],
);

export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id),
    rowNo: integer("row_no").notNull(),
    outcome: text("outcome").$type<RowOutcome>().notNull(),
    column: text("column"),
    errorCode: text("error_code"),
    value: text("value"),
    suggestion: jsonb("suggestion").$type<{ id: string; nameLo: string; nameEn: string } | null>(),
    subject: uuid("subject"),
    next: jsonb("next").$type<Record<string, unknown>>(),
    previous: jsonb("previous").$type<Record<string, unknown> | null>(),
    applied: text("applied").$type<"created" | "updated" | null>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.rowNo] }), adminOnly("import_rows")],
);
