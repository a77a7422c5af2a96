import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { EscalationFields } from "./schema";

const days = z.coerce.number().pipe(EscalationFields.shape.governorDays);

/** What the form sends: `changeId` and `subject` are made with it, so that sending it twice is one setting. */
export const SetEscalation = EscalationFields.extend({
  changeId: id,
  subject: id,
  healthCentreDays: days,
  governorDays: days,
});
export type SetEscalation = z.infer<typeof SetEscalation>;

/** The health centre's head sees a late action no later than the governor. */
export async function setEscalation(actor: Actor, input: SetEscalation): Promise<void> {
  const { changeId, subject, ...fields } = input;
  if (fields.healthCentreDays > fields.governorDays) {
    throw new AppError("invalid", { fields: { governorDays: "order" } });
  }
  const change = newChange({ type: "escalation", subject, place: null, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
