import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { reportingRulesWithin } from "./phone-queries";
import type { ReportingRule } from "./reporting";
import { ReportingRuleFields } from "./schema";

/** What the form sends: `changeId` and `subject` are made with it, so that sending it twice is one rule. */
export const SetReportingRule = ReportingRuleFields.extend({
  changeId: id,
  subject: id,
  dueDay: z.coerce.number().pipe(ReportingRuleFields.shape.dueDay),
});
export type SetReportingRule = z.infer<typeof SetReportingRule>;

/** Another day on which a month's report is due, for all the nation; months due before it keep theirs. */
export async function setReportingRule(actor: Actor, input: SetReportingRule): Promise<void> {
  const { changeId, subject, ...fields } = input;
  const change = newChange({ type: "reportingRule", subject, place: null, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}

/** Every rule in the order it was recorded, for the screen on which the programme sets it. */
export function reportingRulesOf(actor: Actor): Promise<ReportingRule[]> {
  requireCan(actor, "escalation.set");
  return withScope(actor.scope, reportingRulesWithin);
}
