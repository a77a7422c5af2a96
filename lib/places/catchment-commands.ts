import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { catchments } from "@/db/schema/facilities";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { sameValue } from "@/lib/changes/canonical";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { AppError } from "@/lib/errors";
import { type CatchmentEnd, CatchmentInput } from "./schema";

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
    await lockVillage(tx, villageId);
    const { open, settled } = await standingOf(tx, villageId);
    const wanted = { facilityId, validFrom: from, travelMinDry, travelMinWet };
    if (open && sameValue(pick(open), wanted)) return;
    if (from < settled) throw new AppError("invalid", { reason: "before_last_change" });
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

/** The village is served by nobody from that day on. The same again changes nothing. */
export async function endCatchment(
  actor: Actor,
  { catchmentId, villageId, to }: CatchmentEnd,
): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    const place = await whereaboutsOf(tx, villageId);
    if (!place.villageId) throw new AppError("invalid", { field: "villageId" });
    requireCan(actor, "catchment.record", place);
    await lockVillage(tx, villageId);
    const which = and(eq(catchments.id, catchmentId), eq(catchments.villageId, villageId));
    const [row] = await tx.select().from(catchments).where(which);
    if (!row) throw new AppError("not_found");
    if (row.validTo === to) return;
    if (row.validTo !== null) throw new AppError("conflict");
    if (to <= row.validFrom) throw new AppError("invalid", { fields: { to: "before_start" } });
    await tx.update(catchments).set({ validTo: to, updatedAt: sql`now()` }).where(which);
    await auditWithin(tx, actor, {
      id: randomUUID(),
      kind: "catchment.record",
      subject: catchmentId,
      place,
      fields: { ...pick(row), validTo: to },
      before: { ...pick(row), validTo: null },
    });
  });
}

const lockVillage = (tx: Transaction, villageId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catchment ${villageId}`}, 0))`);

type Row = typeof catchments.$inferSelect;
type Wanted = Pick<Row, "facilityId" | "validFrom" | "travelMinDry" | "travelMinWet">;
const pick = ({ facilityId, validFrom, travelMinDry, travelMinWet }: Row): Wanted => ({
  facilityId,
  validFrom,
  travelMinDry,
  travelMinWet,
});

/** The one that serves the village now, and the last day before which the past is settled. */
async function standingOf(
  tx: Transaction,
  villageId: string,
): Promise<{ open: Row | null; settled: string }> {
  const rows = await tx.select().from(catchments).where(eq(catchments.villageId, villageId));
  const open = rows.find(({ validTo }) => validTo === null) ?? null;
  const settled = rows.reduce((last, { validTo }) => (validTo && validTo > last ? validTo : last), "");
  return { open, settled };
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
