import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { count, id, isoDate, line, prose } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { offices } from "@/lib/plans/schema";
import { typedThemes } from "@/lib/themes/typed";

/** One entry a line, as it is typed. */
const typedLines = prose
  .transform((text) => text.split("\n").flatMap((one) => one.trim() || []))
  .pipe(z.array(line).max(50));
const typedCount = z.coerce.number().pipe(count);

export const RecordDialogue = z.object({
  /** Made with the form, so that sending it twice gives one dialogue. */
  changeId: id,
  subject: id,
  place: id,
  date: isoDate,
  chair: z.enum(offices),
  venue: line.optional(),
  villages: typedCount.optional(),
  women: typedCount.optional(),
  men: typedCount.optional(),
  agenda: typedLines.optional(),
  decisions: typedLines.optional(),
  note: prose.optional(),
  nextDate: isoDate.optional(),
  themes: typedThemes.optional(),
});

/** A district dialogue that was held; what it refers onwards are instructions given on its page. */
export async function recordDialogue(actor: Actor, input: z.output<typeof RecordDialogue>): Promise<void> {
  const { changeId, subject, place, ...fields } = input;
  const change = newChange({ type: "dialogue", subject, place, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
