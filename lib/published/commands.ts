import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce, takenBefore } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import { identityOf } from "@/lib/changes/identity";
import { newChange } from "@/lib/changes/new-change";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { editionOf } from "./freeze";
import { PublicationFields, quarterNumber, WithdrawalFields } from "./schema";

/** What the form sends: `seen` is the digest of what was looked at, `changeId` made with the form. */
export const PublishTable = PublicationFields.extend({
  changeId: id,
  quarter: z.coerce.number().pipe(quarterNumber),
  version: z.coerce.number().pipe(PublicationFields.shape.version),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PublishTable = z.infer<typeof PublishTable>;

/** Publishes exactly what was looked at; once, however often the form is sent. */
export function publishTable(actor: Actor, input: PublishTable): Promise<string> {
  requireCan(actor, "table.publish");
  const { changeId, seen, ...fields } = input;
  return withScope(actor.scope, async (tx) => {
    const subject = (await identityOf("publication", fields)) as string;
    if (await takenBefore(tx, changeId)) return subject;
    const edition = await editionOf(tx, fields);
    if (edition.rows.length === 0) throw new AppError("conflict", { reason: "nothing" });
    if (edition.digest !== seen || edition.version !== fields.version) throw new AppError("stale");
    const change = newChange({ type: "publication", subject, place: null, fields, madeAt: now() });
    await applyOnce(tx, actor, { ...change, id: changeId });
    return subject;
  });
}

export const WithdrawTable = z.object({
  changeId: id,
  subject: id,
  publicationId: id,
  reason: WithdrawalFields.shape.reason,
});

/** Takes a table back, with the reason that stands in its place. */
export async function withdrawTable(actor: Actor, input: z.infer<typeof WithdrawTable>): Promise<void> {
  requireCan(actor, "table.publish");
  const { changeId, subject, publicationId, reason } = input;
  await withScope(actor.scope, async (tx) => {
    if (await takenBefore(tx, changeId)) return;
    const [known] = await tx.execute<{ withdrawn: boolean }>(sql`
      select withdrawn_on is not null as withdrawn from publications where id = ${publicationId} and deleted_at is null`);
    if (!known) throw new AppError("not_found");
    if (known.withdrawn) throw new AppError("conflict", { reason: "withdrawn" });
    const fields = { publicationId, date: today(), reason };
    const change = newChange({ type: "withdrawal", subject, place: null, fields, madeAt: now() });
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}
