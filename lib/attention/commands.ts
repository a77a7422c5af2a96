import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { id, prose } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { putOffDays } from "./put-off-days";
import { watchedDistrict } from "./queries";
import { allEntries } from "./rules";
import { matterKey } from "./schema";

const dayMs = 86_400_000;

export const PutOff = z.object({
  changeId: id,
  subject: id,
  /** The district whose list it is. */
  place: id,
  about: matterKey,
  days: z.enum(putOffDays),
  reason: prose.pipe(z.string().trim().min(1)),
});
export type PutOff = z.infer<typeof PutOff>;

/** Puts a matter of the list off. How bad it is now is read here, so that it comes back when that gets worse. */
export async function putOff(actor: Actor, input: PutOff): Promise<void> {
  const { changeId, subject, place, about, days, reason } = input;
  requireCan(actor, "attention.note", { districtId: place, villageId: null });
  const watched = await watchedDistrict(actor, place);
  const entry = allEntries({ ...watched, districtId: place, today: today() }).find(
    ({ key }) => key === about,
  );
  if (!entry) throw new AppError("not_found");
  const until = new Date(Date.parse(today()) + Number(days) * dayMs).toISOString().slice(0, 10);
  const fields = { about, date: today(), until, reason, level: entry.level };
  const change = newChange({ type: "attentionNote", subject, place, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
