import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/errors";

type Counts = Readonly<Record<string, number>>;
export type SummaryRow = Readonly<{ size: number; refused: Counts; unused: Counts; chunks: Counts }>;

/** What became of every row of a file: each is counted once. */
export type ImportSummary = Readonly<{
  rows: number;
  imported: number;
  updated: number;
  deleted: number;
  unchanged: number;
  /** The strategy leaves them alone. */
  notAsked: number;
  /** Of a unit or element that somebody set aside for ever. */
  setAside: number;
  /** Of a unit or element that nobody has said the meaning of. */
  unknown: number;
  /** Rows that could not be used, by reason. */
  conflicts: Counts;
  conflictRows: number;
  /** Of an undone import. */
  restored: number;
  stayed: number;
}>;

export const chunkCounts = sql`(select coalesce(jsonb_object_agg(outcome, size), '{}') from (
  select c.key as outcome, sum(c.value::int)::int as size from value_import_chunks k, jsonb_each_text(k.counts) c
  where k.import_id = i.id group by c.key) counted)`;

export async function summaryRow(tx: Transaction, importId: string): Promise<SummaryRow> {
  const [row] = await tx.execute<SummaryRow>(
    sql`select i.size, i.refused, i.unused, ${chunkCounts} as chunks from value_imports i where i.id = ${importId}`,
  );
  if (!row) throw new AppError("not_found");
  return row;
}

export function summaryOf({ size, refused, unused, chunks }: SummaryRow): ImportSummary {
  const { imported = 0, updated = 0, deleted = 0, unchanged = 0, verified = 0, moved = 0 } = chunks;
  const { set_aside: setAside = 0, unknown = 0, ...others } = unused;
  const told = { ...others, ...refused, verified, moved };
  const conflicts = Object.fromEntries(Object.entries(told).filter(([, size]) => size > 0));
  return {
    rows: size,
    imported,
    updated,
    deleted,
    unchanged,
    notAsked: chunks.not_asked ?? 0,
    setAside,
    unknown,
    conflicts,
    conflictRows: Object.values(conflicts).reduce((sum, size) => sum + size, 0),
    restored: chunks.restored ?? 0,
    stayed: chunks.stayed ?? 0,
  };
}
