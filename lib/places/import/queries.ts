import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { importRows, imports, type RowOutcome } from "@/db/schema/imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";

export type ImportView = typeof imports.$inferSelect & { by: string | null };
const author = sql<string | null>`(select display_name from person_labels(array[${imports.createdBy}]))`;

export async function importList(actor: Actor): Promise<ImportView[]> {
  requireCan(actor, "import.run");
  const rows = await withScope(actor.scope, (tx) =>
    tx.select({ row: imports, by: author }).from(imports).orderBy(desc(imports.createdAt)).limit(50),
  );
  return rows.map(({ row, by }) => ({ ...row, by }));
}

export async function importById(actor: Actor, id: string): Promise<ImportView | null> {
  requireCan(actor, "import.run");
  const [found] = await withScope(actor.scope, (tx) =>
    tx.select({ row: imports, by: author }).from(imports).where(eq(imports.id, id)),
  );
  return found ? { ...found.row, by: found.by } : null;
}

export const rowsPerPage = 100;
const shown = {
  rowNo: importRows.rowNo,
  outcome: importRows.outcome,
  column: importRows.column,
  errorCode: importRows.errorCode,
  value: importRows.value,
  suggestion: importRows.suggestion,
  applied: importRows.applied,
};
export type ImportRowView = { [K in keyof typeof shown]: (typeof shown)[K]["_"]["data"] | null } & {
  rowNo: number;
  outcome: RowOutcome;
};

/** Rows of the asked outcomes, as they stand in the file. A row that was written although doubtful counts as both. */
export async function importRowsOf(
  actor: Actor,
  { importId, outcomes, page }: { importId: string; outcomes: readonly RowOutcome[]; page: number },
): Promise<ImportRowView[]> {
  requireCan(actor, "import.run");
  const asked = and(eq(importRows.importId, importId), inArray(importRows.outcome, [...outcomes]));
  return withScope(actor.scope, (tx) =>
    tx
      .select(shown)
      .from(importRows)
      .where(asked)
      .orderBy(asc(importRows.rowNo))
      .limit(rowsPerPage)
      .offset(Math.max(0, page) * rowsPerPage),
  ) as Promise<ImportRowView[]>;
}

/** Rows that will be or were written with a doubt that the person should know, such as points on a border. */
export async function doubtfulRowsOf(actor: Actor, importId: string): Promise<ImportRowView[]> {
  requireCan(actor, "import.run");
  const doubtful = and(eq(importRows.importId, importId), inArray(importRows.outcome, ["create", "update"]));
  return withScope(actor.scope, (tx) =>
    tx
      .select(shown)
      .from(importRows)
      .where(and(doubtful, sql`${importRows.errorCode} is not null`))
      .orderBy(asc(importRows.rowNo))
      .limit(rowsPerPage),
  ) as Promise<ImportRowView[]>;
}

/** Every row that has an error, a doubt or waits for a decision; null when there is no such import. */
export async function rowsToMend(actor: Actor, importId: string): Promise<ImportRowView[] | null> {
  requireCan(actor, "import.run");
  const wanted = and(
    eq(importRows.importId, importId),
    or(inArray(importRows.outcome, ["error", "confirm"]), isNotNull(importRows.errorCode)),
  );
  return withScope(actor.scope, async (tx) => {
    const [found] = await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, importId));
    if (!found) return null;
    return tx.select(shown).from(importRows).where(wanted).orderBy(asc(importRows.rowNo));
  }) as Promise<ImportRowView[] | null>;
}
