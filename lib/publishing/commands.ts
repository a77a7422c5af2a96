import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyWithin } from "@/lib/changes/apply";
import { id } from "@/lib/changes/fields";
import { mustApply } from "@/lib/changes/must-apply";
import { newChange } from "@/lib/changes/new-change";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { versionsOf } from "@/lib/plans/queries";
import { ShareFields } from "@/lib/plans/schema";

/** The token is made in the browser; the ids come with the form, so that sending it twice makes one link. */
export const PublishPlan = z.object({
  changeId: id,
  subject: id,
  place: id,
  planId: id,
  token: ShareFields.shape.token,
});

/** Opens the public page of a plan, as long as the village's consent to it stands. */
export async function publishPlan(actor: Actor, input: z.infer<typeof PublishPlan>): Promise<void> {
  const { changeId, subject, place, planId, token } = input;
  await withScope(actor.scope, async (tx) => {
    const [plan] = await tx.execute<{ agreed: boolean }>(sql`
      select consent_stands(workshop_id, 'public_page', ${today()}) as agreed from plans
      where id = ${planId} and deleted_at is null`);
    if (!plan) throw new AppError("not_found");
    if (!plan.agreed) throw new AppError("conflict", { reason: "no_consent" });
    const fields = { planId, token, revoked: false };
    const change = newChange({ type: "share", subject, place, fields, madeAt: now() });
    mustApply(await applyWithin(tx, actor, { ...change, id: changeId }));
  });
}

export const RevokeShare = z.object({ changeId: id, place: id, shareId: id });

/** Closes a public page for good; a new link has a new token. */
export async function revokeShare(actor: Actor, input: z.infer<typeof RevokeShare>): Promise<void> {
  const { changeId, place, shareId } = input;
  await withScope(actor.scope, async (tx) => {
    const base = (await versionsOf(tx, [shareId])).get(shareId);
    const change = newChange({
      type: "share",
      subject: shareId,
      place,
      fields: { revoked: true },
      base: { revoked: base?.revoked ?? null },
      madeAt: now(),
    });
    mustApply(await applyWithin(tx, actor, { ...change, id: changeId }));
  });
}
