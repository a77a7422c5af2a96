import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type ImportCounts, type ImportKind, imports, type RowOutcome } from "@/db/schema/imports";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Applier, ImportContext } from "./applier";
import { boundaryApplier, settlementApplier } from "./apply-areas";
import { facilityApplier } from "./apply-facilities";
import { villageApplier } from "./apply-villages";

/** Rows written in one transaction (architecture §2). */
export const chunk = 5000;

export const appliers: Readonly<Record<ImportKind, Applier>> = {
  villages: villageApplier,
  facilities: facilityApplier,
  boundaries: boundaryApplier,
  settlements: settlementApplier,
};

export const lock = (tx: Transaction, name: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${name}`}, 0))`);

export async function importOf(tx: Transaction, importId: string): Promise<typeof imports.$inferSelect> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, importId));
  if (!row) throw new AppError("not_found");
  return row;
}

export const contextOf = (row: typeof imports.$inferSelect): ImportContext => ({
  source: `import ${row.id}`,
  credit: row.credit,
  validFrom: row.mapping.validFrom ?? today(),
});

/** Counts as the rows stand now: some may have been left out since the dry run. */
export async function countsNow(tx: Transaction, importId: string): Promise<ImportCounts> {
  const rows = await tx.execute<{ outcome: RowOutcome; count: number }>(sql`
    select outcome, count(*)::int as count from import_rows where import_id = ${importId} group by outcome`);
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}
