import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import type { Whereabouts } from "@/lib/access/can";
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
  const fields = Object.keys(definitionOf(type).fields.shape);
  const values = row as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

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
  const place = definitionOf(write.type).national ? {} : write.place;
  const stamps = { updatedAt: sql`now()`, updatedBy: write.authorId, deletedAt: write.deletedAt };
  if (write.exists) {
    await tx
      .update(table)
      .set({ ...write.fields, ...stamps } as never)
      .where(eq(idColumn(write.type), write.subject));
    return;
  }
  const row = { id: write.subject, ...place, createdBy: write.authorId, ...write.fields, ...stamps };
  await tx.insert(table).values(row as never);
}
