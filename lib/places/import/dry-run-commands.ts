import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { type ImportKind, importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { chunk, lock } from "./chunks";
import { filePlan } from "./plan";
import { countsOf, type PlannedRow } from "./planned-row";
import { TableError } from "./table";

export type Upload = {
  kind: ImportKind;
  fileName: string;
  bytes: Uint8Array;
  credit?: string;
  validFrom?: string;
};
export type DryRun = { importId: string; repeated: boolean };

/** Reads a file and says row by row what it would do; writes nothing but that. The same file again is the same import. */
export async function dryRunImport(actor: Actor, upload: Upload): Promise<DryRun> {
  requireCan(actor, "import.run");
  const plan = await filePlan(upload.kind, upload.bytes).catch((error: unknown) => {
    if (!(error instanceof TableError)) throw error;
    throw new AppError(error.problem === "too_large" ? "too_large" : "invalid", {
      reason: error.problem,
      value: error.value,
    });
  });
  const sha = createHash("sha256").update(upload.bytes).digest("hex");
  return withScope(actor.scope, async (tx) => {
    await lock(tx, sha);
    const same = and(
      eq(imports.fileSha256, sha),
      eq(imports.kind, upload.kind),
      ne(imports.status, "undone"),
    );
    const [known] = await tx.select().from(imports).where(same).orderBy(desc(imports.createdAt));
    if (known?.status === "accepted") return { importId: known.id, repeated: true };
    if (known) await forget(tx, known.id);
    const { rows, mapping } = await plan(tx);
    const importId = known?.id ?? randomUUID();
    await tx.insert(imports).values({
      id: importId,
      kind: upload.kind,
      fileName: upload.fileName.slice(-200),
      fileSha256: sha,
      mapping: { ...mapping, validFrom: upload.validFrom ?? today() } as Record<string, string>,
      counts: countsOf(rows),
      credit: upload.credit ?? "",
      createdBy: actor.userId,
    });
    await writeRows(tx, importId, rows);
    return { importId, repeated: known !== undefined };
  });
}

async function forget(tx: Transaction, importId: string): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, importId));
  await tx.delete(imports).where(eq(imports.id, importId));
}

async function writeRows(tx: Transaction, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += chunk) {
    await tx.execute(sql`
      insert into import_rows (import_id, row_no, outcome, "column", error_code, value, suggestion, subject, next)
      select ${importId}, r."rowNo", r.outcome, r."column", r."errorCode", r.value, r.suggestion, r.subject, r.next
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + chunk))}::text::jsonb) as r("rowNo" int, outcome text,
        "column" text, "errorCode" text, value text, suggestion jsonb, subject uuid, next jsonb)`);
  }
}
