import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** A row that is to be written, with what a person decided about a similar name already settled. */
export type RowToApply = {
  rowNo: number;
  outcome: "create" | "update";
  subject: string;
  next: Record<string, unknown>;
  /** The file's own spelling, kept as a further name when a person said that it is the same village. */
  alias: string | null;
};
export type Applied = {
  rowNo: number;
  subject: string;
  applied: "created" | "updated";
  previous: Record<string, unknown> | null;
};
export type RowToUndo = Applied & { next: Record<string, unknown> };
export type ImportContext = { source: string; credit: string; validFrom: string };

/** How one kind of import writes and takes back a chunk of rows, always set-based, inside the caller's transaction. */
export type Applier = {
  apply(tx: Transaction, rows: readonly RowToApply[], context: ImportContext): Promise<Applied[]>;
  /** Row numbers that could not be taken back, because something else stands on them or changed them since. */
  undo(tx: Transaction, rows: readonly RowToUndo[], context: ImportContext): Promise<number[]>;
};

/** Rows as one JSON parameter: postgres.js would turn an array parameter of objects into text, this stays exact. */
export const recordset = (rows: readonly object[], shape: string): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(${sql.raw(shape)})`;
