import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import { applyOnce } from "./apply-once";
import { id } from "./fields";
import { newChange } from "./new-change";
import type { RecordType } from "./registry";

export const SetAside = z.object({
  changeId: id,
  subject: id,
  /** Of a located record. */
  place: id.optional(),
  /** Brings it back instead. */
  back: z.literal("yes").optional(),
});

/** Takes out a record that was wrongly entered, or brings it back: a change like any other, and its history stays. */
export async function setAside(
  actor: Actor,
  type: RecordType,
  {
    changeId,
    subject,
    place = null,
    back,
  }: Omit<z.infer<typeof SetAside>, "place"> & { place?: string | null },
): Promise<void> {
  const operation = back ? "undelete" : "delete";
  const change = newChange({ type, operation, subject, place, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
