import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { count, id, isoDate, line, prose } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { typedScores } from "./rules";
import { attendeeRoles, topics } from "./schema";

const Fields = z.object({
  topic: z.enum(topics),
  title: line.optional(),
  facilityId: id.optional(),
  date: isoDate,
  days: z.coerce.number().int().min(1).max(60).optional(),
  scores: prose.optional().transform((text, context) => {
    const scores = typedScores(text ?? "");
    if (!scores) context.addIssue({ code: "custom" });
    return scores ?? undefined;
  }),
  refresherDue: isoDate.optional(),
  refreshesId: id.optional(),
  note: prose.optional(),
});
const people = z.coerce.number().pipe(count).optional();
const People = z.record(z.string(), z.unknown()).transform((form, context) =>
  attendeeRoles.flatMap((role) => {
    const typed = people.safeParse(form[`people.${role}`]);
    if (!typed.success) context.addIssue({ code: "custom", path: [`people.${role}`] });
    return typed.data ? [{ role, people: typed.data }] : [];
  }),
);

/** What the form sends: how many came by role are fields of their own, `people.midwife`. */
export const RecordTraining = z
  .looseObject({ changeId: id, subject: id, place: id })
  .transform((form, context) => {
    const [fields, attendees] = [Fields.safeParse(form), People.safeParse(form)];
    for (const { error } of [fields, attendees])
      for (const { path, message } of error?.issues ?? [])
        context.addIssue({ code: "custom", path, message });
    const { changeId, subject, place } = form;
    return {
      changeId,
      subject,
      place,
      fields: { ...(fields.data as z.output<typeof Fields>), attendees: attendees.data },
    };
  });
export type RecordTraining = z.output<typeof RecordTraining>;

/** A training of providers: who came by role, and what they knew before and after, nobody by name. */
export async function recordTraining(actor: Actor, input: RecordTraining): Promise<void> {
  const { changeId, subject, place, fields } = input;
  const change = newChange({ type: "training", subject, place, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
