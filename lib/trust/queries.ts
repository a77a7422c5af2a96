import "server-only";
import { asc, desc, getTableColumns, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instruments } from "@/db/schema/trust";
import type { KnownInstrument } from "@/lib/sync/known";

/** Every version of every questionnaire, the newest of each first. */
export async function instrumentsWithin(tx: Transaction): Promise<KnownInstrument[]> {
  const {
    createdAt: _c,
    createdBy: _b,
    updatedAt: _u,
    updatedBy: _v,
    deletedAt: _d,
    ...columns
  } = getTableColumns(instruments);
  const rows = await tx
    .select(columns)
    .from(instruments)
    .where(isNull(instruments.deletedAt))
    .orderBy(asc(instruments.series), desc(instruments.version));
  return rows as unknown as KnownInstrument[];
}
