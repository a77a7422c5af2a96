import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { codedKinds } from "./kinds";
import { typedThemes } from "./typed";

export const CodeRecord = z.object({
  /** Made with the form, so that sending it twice changes once. */
  changeId: id,
  kind: z.enum(codedKinds),
  subject: id,
  themes: typedThemes,
  /** The change of the themes that its author had seen. */
  seen: id.optional(),
});

/** Sets the themes of one record; what somebody else set meanwhile is never set aside. */
export async function codeRecord(actor: Actor, input: z.output<typeof CodeRecord>): Promise<void> {
  const { changeId, kind, subject, themes, seen } = input;
  await withScope(actor.scope, async (tx) => {
    const [known] = await tx.execute<{ place: string }>(sql`
      select coalesce(village_id, district_id) as place from subjects
      where id = ${subject} and type = ${kind} and deleted_at is null`);
    if (!known) throw new AppError("not_found");
    const base = { themes: seen ?? null };
    const change = newChange({
      type: kind,
      subject,
      place: known.place,
      fields: { themes },
      base,
      madeAt: now(),
    });
    const answer = await applyOnce(tx, actor, { ...change, id: changeId });
    if (answer.status === "conflict") throw new AppError("stale");
  });
}
