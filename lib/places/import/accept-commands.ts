import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { AppError } from "@/lib/errors";
import type { Applied, RowToApply } from "./applier";
import { appliers, chunk, contextOf, countsNow, importOf, lock } from "./chunks";

export type Decision = "same" | "new";
export type AcceptResult = { written: number; left: number; repeated: boolean };

/**
 * Writes the rows that can be written, in chunks that each stand on their own, so that an interrupted import goes on
 * where it stopped. Rows to be confirmed are written only as a person decided; rows with errors are left out.
 */
export async function acceptImport(
  actor: Actor,
  importId: string,
  decisions: Readonly<Record<number, Decision>> = {},
): Promise<AcceptResult> {
  requireCan(actor, "import.run");
  const { status } = await withScope(actor.scope, (tx) => importOf(tx, importId));
  if (status === "undone") throw new AppError("stale");
  for (let wrote = chunk; status === "dry_run" && wrote > 0; ) {
    wrote = await withScope(actor.scope, (tx) => acceptChunk(tx, importId, decisions));
  }
  return withScope(actor.scope, (tx) => finish(tx, actor, importId, decisions));
}

async function acceptChunk(
  tx: Transaction,
  importId: string,
  decisions: Readonly<Record<number, Decision>>,
): Promise<number> {
  await lock(tx, importId);
  const row = await importOf(tx, importId);
  if (row.status !== "dry_run") return 0;
  const decided = `{${Object.keys(decisions).map(Number).filter(Number.isInteger).join(",")}}`;
  const waiting = await tx
    .select()
    .from(importRows)
    .where(
      sql`import_id = ${importId} and applied is null and outcome <> 'skipped'
        and (outcome in ('create', 'update') or (outcome = 'confirm' and row_no = any(${decided}::int[])))`,
    )
    .orderBy(importRows.rowNo)
    .limit(chunk);
  const wanted = waiting.flatMap((one) => toApply(one, decisions[one.rowNo]));
  // Two rows that a person found to be the same village: the first is written, the other reported.
  const rows = [...new Map(wanted.toReversed().map((one) => [one.subject, one])).values()];
  if (wanted.length === 0) return 0;
  const applied = await appliers[row.kind].apply(tx, rows, contextOf(row));
  await markApplied(tx, importId, applied);
  await markSkipped(
    tx,
    importId,
    rows.filter((one) => !applied.some((done) => done.rowNo === one.rowNo)),
  );
  return waiting.length;
}

type ImportRow = typeof importRows.$inferSelect;

function toApply(row: ImportRow, decision: Decision | undefined): RowToApply[] {
  const next = row.next ?? {};
  const base = { rowNo: row.rowNo, next, alias: null };
  if (row.outcome === "create" || row.outcome === "update") {
    return row.subject ? [{ ...base, outcome: row.outcome, subject: row.subject }] : [];
  }
  if (decision === "same" && row.suggestion) {
    return [
      { ...base, outcome: "update", subject: row.suggestion.id, alias: String(next.nameLo ?? "") || null },
    ];
  }
  return decision === "new" ? [{ ...base, outcome: "create", subject: randomUUID() }] : [];
}

async function markApplied(tx: Transaction, importId: string, applied: readonly Applied[]): Promise<void> {
  await tx.execute(sql`
    update import_rows i set applied = r.applied, previous = r.previous, subject = r.subject
    from jsonb_to_recordset(${JSON.stringify(applied)}::text::jsonb)
      as r("rowNo" int, applied text, previous jsonb, subject uuid)
    where i.import_id = ${importId} and i.row_no = r."rowNo"`);
}

/** Somebody made the same thing between dry run and accepting: left out, and said so. */
async function markSkipped(tx: Transaction, importId: string, rows: readonly RowToApply[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update import_rows set outcome = 'skipped' where import_id = ${importId} and row_no in ${rows.map((row) => row.rowNo)}`);
}

async function finish(
  tx: Transaction,
  actor: Actor,
  importId: string,
  decisions: object,
): Promise<AcceptResult> {
  await lock(tx, importId);
  const [counted] = await tx.execute<{ written: number; left: number }>(sql`
    select count(applied)::int as written, (count(*) filter (where applied is null and outcome <> 'same'))::int as left
    from import_rows where import_id = ${importId}`);
  const { written = 0, left = 0 } = counted ?? {};
  const row = await importOf(tx, importId);
  if (row.status !== "dry_run") return { written, left, repeated: true };
  await tx
    .update(imports)
    .set({ status: "accepted", acceptedAt: sql`now()`, counts: await countsNow(tx, importId) })
    .where(eq(imports.id, importId));
  const fields = {
    kind: row.kind,
    fileSha256: row.fileSha256,
    mapping: row.mapping,
    written,
    left,
    decisions,
  };
  const place = { districtId: null, villageId: null };
  await auditWithin(tx, actor, { id: randomUUID(), kind: "import.record", subject: importId, place, fields });
  return { written, left, repeated: false };
}
