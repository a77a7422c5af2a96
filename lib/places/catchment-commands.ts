import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { catchments } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { sameValue } from "@/lib/changes/canonical";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { AppError } from "@/lib/errors";
import { auditWithin } from "./audit";
import { CatchmentInput } from "./schema";

/** From a date on, this facility serves the village; the one before ends on that date. The same again changes nothing. */
export async function setCatchment(actor: Actor, input: unknown): Promise<void> {
  const parsed = CatchmentInput.safeParse(input);
  if (!parsed.success)
    throw new AppError("invalid", { fields: parsed.error.issues.map((issue) => issue.path.join(".")) });
  const { facilityId, villageId, from, travelMinDry, travelMinWet } = parsed.data;
  await withScope(actor.scope, async (tx) => {
    const place = await whereaboutsOf(tx, villageId);
    if (!place.villageId || !place.districtId) throw new AppError("invalid", { field: "villageId" });
    requireCan(actor, "catchment.record", place);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catchment ${villageId}`}, 0))`);
    const open = await openCatchment(tx, villageId);
    const wanted = { facilityId, validFrom: from, travelMinDry, travelMinWet };
    if (open && sameValue(pick(open), wanted)) return;
    const id = await write(tx, { open, wanted, districtId: place.districtId, villageId });
    const before = open ? pick(open) : {};
    await auditWithin(tx, actor, {
      id: randomUUID(),
      kind: "catchment.record",
      subject: id,
      place,
      fields: wanted,
      before,
    });
  });
}

type Row = typeof catchments.$inferSelect;
type Wanted = Pick<Row, "facilityId" | "validFrom" | "travelMinDry" | "travelMinWet">;
const pick = ({ facilityId, validFrom, travelMinDry, travelMinWet }: Row): Wanted => ({
  facilityId,
  validFrom,
  travelMinDry,
  travelMinWet,
});

async function openCatchment(tx: Transaction, villageId: string): Promise<Row | null> {
  const here = and(eq(catchments.villageId, villageId), isNull(catchments.validTo));
  const [row] = await tx.select().from(catchments).where(here);
  return row ?? null;
}

type Write = Readonly<{ open: Row | null; wanted: Wanted; districtId: string; villageId: string }>;

async function write(tx: Transaction, { open, wanted, districtId, villageId }: Write): Promise<string> {
  if (open && open.validFrom > wanted.validFrom)
    throw new AppError("invalid", { reason: "before_last_change" });
  if (open?.validFrom === wanted.validFrom) {
    await tx
      .update(catchments)
      .set({ ...wanted, updatedAt: sql`now()` })
      .where(eq(catchments.id, open.id));
    return open.id;
  }
  if (open)
    await tx
      .update(catchments)
      .set({ validTo: wanted.validFrom, updatedAt: sql`now()` })
      .where(eq(catchments.id, open.id));
  const id = randomUUID();
  await tx.insert(catchments).values({ id, ...wanted, districtId, villageId });
  return id;
}
