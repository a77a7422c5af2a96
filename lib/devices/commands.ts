import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { quarantinedChanges } from "@/db/schema/quarantine";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { authorFor } from "@/lib/access/signer";
import { applyChange } from "@/lib/changes/apply";
import { now } from "@/lib/clock";
import { AppError, type ErrorCode, fromPostgres } from "@/lib/errors";
import type { Discarding } from "./schema";

const stillOpen = (id: string) => and(eq(quarantinedChanges.id, id), eq(quarantinedChanges.state, "open"));

/**
 * Lets a quarantined change in. A withdrawn phone's is its owner's, for its signature holds; what nobody signed is of
 * the person who brought it. Refused as any other change is when that person may not record it; then it stays.
 */
export async function releaseChange(actor: Actor, { id }: { id: string }): Promise<unknown> {
  requireCan(actor, "account.manage");
  const [kept] = await withScope(actor.scope, (tx) =>
    tx.select().from(quarantinedChanges).where(stillOpen(id)),
  );
  if (!kept) throw new AppError("not_found");
  const author = await authorFor(actor, kept.authorId ?? kept.carrierId);
  if (!author) throw new AppError("not_found");
  const answer = await applyChange(author, kept.change, kept.carrierId);
  if (answer.status === "rejected")
    throw new AppError((answer.code ?? "invalid") as ErrorCode, { fields: { id: String(answer.code) } });
  const decided = { state: "released", decidedAt: now(), decidedBy: actor.userId };
  return withScope(actor.scope, (tx) => tx.update(quarantinedChanges).set(decided).where(stillOpen(id)));
}

/** Does not let it in. What it said stays kept, with who decided and why. */
export async function discardQuarantined(actor: Actor, { id, why }: Discarding): Promise<unknown> {
  requireCan(actor, "account.manage");
  const decided = { state: "discarded", why, decidedAt: now(), decidedBy: actor.userId };
  const rows = await withScope(actor.scope, (tx) =>
    tx.update(quarantinedChanges).set(decided).where(stillOpen(id)).returning({ id: quarantinedChanges.id }),
  );
  if (rows.length === 0) throw new AppError("not_found");
  return rows;
}

/**
 * Withdraws a lost phone: its sessions end, nothing more is sent to it, at its next contact it empties itself, and what
 * it still sends is quarantined. By its owner, its district's supervisor or an administrator; others are refused.
 */
export async function withdrawDevice(actor: Actor, { deviceId }: { deviceId: string }): Promise<unknown> {
  const call = sql`select device_withdraw(${deviceId}::uuid)`;
  return withScope(actor.scope, (tx) => tx.execute(call)).catch((error) => {
    throw fromPostgres(error) ?? error;
  });
}
