import "server-only";
import { eq, getTableName, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { subjects } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { isRecordType } from "./registry";
import { recordTables } from "./tables";

/**
 * Erases what a record and its whole history said, for good, with the reason (docs/decisions: retention and erasure).
 * The audit keeps that there was something, who wrote it when, and who erased it why. Returns the payloads erased now.
 * `andWithIt` is done before the erasure counts: when it fails, or the server dies in it, the record is still there to
 * be erased again.
 */
export function eraseRecord(
  actor: Actor,
  { subject, why }: { subject: string; why: string },
  andWithIt: (tx: Transaction) => Promise<void> = async () => {},
): Promise<number> {
  if (why.trim() === "") throw new AppError("invalid", { field: "why" });
  return withScope(actor.scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
    const [row] = await tx.select().from(subjects).where(eq(subjects.id, subject));
    if (!row || !isRecordType(row.type)) throw new AppError("not_found");
    requireCan(actor, "record.erase", { districtId: row.districtId, villageId: row.villageId });
    const table = getTableName(recordTables[row.type]);
    const [answer] = await tx.execute<{ erased: number }>(
      sql`select erase_record(${subject}, ${table}, ${why}) as erased`,
    );
    await andWithIt(tx);
    return answer?.erased ?? 0;
  });
}
