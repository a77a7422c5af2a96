import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import type { RowToUndo } from "./applier";
import { appliers, contextOf, countsNow, importOf, lock } from "./chunks";

export type UndoResult = { restored: number; kept: number; repeated: boolean };

/** Takes an accepted import back: what it made goes, what it replaced returns; what is in use by now stays and is told. */
export async function undoImport(actor: Actor, importId: string): Promise<UndoResult> {
  requireCan(actor, "import.run");
  return withScope(actor.scope, async (tx) => {
    await lock(tx, importId);
    const row = await importOf(tx, importId);
    if (row.status === "undone") return { restored: 0, kept: 0, repeated: true };
    const written = await tx
      .select()
      .from(importRows)
      .where(sql`import_id = ${importId} and applied is not null`);
    const rows = written.flatMap((one) => toUndo(one));
    const kept = rows.length > 0 ? await appliers[row.kind].undo(tx, rows, contextOf(row)) : [];
    if (kept.length > 0) {
      await tx.execute(
        sql`update import_rows set outcome = 'skipped' where import_id = ${importId} and row_no in ${kept}`,
      );
    }
    await tx
      .update(imports)
      .set({ status: "undone", undoneAt: sql`now()`, counts: await countsNow(tx, importId) })
      .where(eq(imports.id, importId));
    const fields = { restored: rows.length - kept.length, kept };
    const place = { districtId: null, villageId: null };
    await auditWithin(tx, actor, { id: randomUUID(), kind: "import.undo", subject: importId, place, fields });
    return { restored: rows.length - kept.length, kept: kept.length, repeated: false };
  });
}

function toUndo({ rowNo, subject, applied, previous, next }: typeof importRows.$inferSelect): RowToUndo[] {
  return subject && applied ? [{ rowNo, subject, applied, previous, next: next ?? {} }] : [];
}
