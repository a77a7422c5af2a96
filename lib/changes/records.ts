import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import type { Whereabouts } from "@/lib/access/can";
import { type Entries, splitEntries, withPrefix } from "./entries";
import type { Fields } from "./merge";
import { definitionOf, type RecordType } from "./registry";
import { recordTables } from "./tables";

const idColumn = (type: RecordType) => getTableColumns(recordTables[type]).id as PgColumn;

/** The record's fields as they stand, without its place and stamps; null when there is none. */
export async function readRecord(tx: Transaction, type: RecordType, subject: string): Promise<Fields | null> {
  const [row] = await tx
    .select()
    .from(recordTables[type])
    .where(eq(idColumn(type), subject));
  if (!row) return null;
  return fieldsOf(type, row as Record<string, unknown>);
}

/** What the record says, out of its row. */
export function fieldsOf(type: RecordType, row: Readonly<Record<string, unknown>>): Fields {
  const columns = getTableColumns(recordTables[type]) as Record<string, PgColumn>;
  const { fields, entries } = definitionOf(type);
  const said = Object.keys(fields.shape).map((name) => [name, asSaid(columns[name], row[name])]);
  const listed = entries ? withPrefix((row[entries.column] ?? {}) as Fields, entries) : {};
  return { ...Object.fromEntries(said), ...listed };
}

/** PostgreSQL writes moments in its own way; a change says them as ISO 8601 in UTC. */
const asSaid = (column: PgColumn | undefined, value: unknown): unknown =>
  column?.columnType === "PgTimestampString" && typeof value === "string"
    ? new Date(value).toISOString()
    : (value ?? null);

type Write = Readonly<{
  type: RecordType;
  subject: string;
  place: Whereabouts;
  authorId: string;
  fields: Fields;
  exists: boolean;
  deletedAt: Date | null;
}>;

/** Writes the merged fields into the record's own table, where constraints have the last word. */
export async function writeRecord(tx: Transaction, write: Write): Promise<void> {
  const table = recordTables[write.type];
  const { national, entries } = definitionOf(write.type);
  const place = national ? {} : write.place;
  const { plain, listed } = splitEntries(write.fields, entries);
  const stamps = { updatedAt: sql`now()`, updatedBy: write.authorId, deletedAt: write.deletedAt };
  if (write.exists) {
    const columns = getTableColumns(table);
    const set = Object.fromEntries(
      Object.entries({ ...plain, ...merged(columns, entries, listed), ...stamps }).filter(
        ([name]) => name in columns,
      ),
    );
    // A table may have no column for what changed: an assignment that was deleted is so in its merge state alone.
    if (Object.keys(set).length === 0) return;
    await tx
      .update(table)
      .set(set as never)
      .where(eq(idColumn(write.type), write.subject));
    return;
  }
  const values = entries ? { [entries.column]: listed } : {};
  const row = { id: write.subject, ...place, createdBy: write.authorId, ...plain, ...values, ...stamps };
  await tx.insert(table).values(row as never);
}

/** Entries not named keep what they hold. */
function merged(columns: Record<string, PgColumn>, entries: Entries | undefined, listed: Fields): Fields {
  const column = entries && columns[entries.column];
  if (!entries || !column || Object.keys(listed).length === 0) return {};
  return { [entries.column]: sql`${column} || ${JSON.stringify(listed)}::text::jsonb` };
}
