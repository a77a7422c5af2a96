import "server-only";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce, takenBefore } from "@/lib/changes/apply-once";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { KnownChecklist } from "@/lib/sync/known";
import { type NewChecklistVersion, nextChecklist } from "./new-version";
import { checklistsWithin } from "./phone-queries";

/** Every version of every checklist, for those who keep them. */
export function checklistsOf(actor: Actor): Promise<KnownChecklist[]> {
  requireCan(actor, "instrument.manage");
  return withScope(actor.scope, checklistsWithin);
}

/** The next version of a checklist; the one before and every score that names it stay as they were. */
export async function makeChecklistVersion(actor: Actor, input: NewChecklistVersion): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    if (await takenBefore(tx, input.changeId)) return;
    const all = await checklistsWithin(tx);
    const before = all.find(({ id }) => id === input.from);
    if (!before) throw new AppError("not_found");
    const newest = Math.max(
      ...all.filter(({ series }) => series === before.series).map((one) => one.version),
    );
    const made = nextChecklist(input, { before, version: newest + 1 });
    if ("fault" in made) throw new AppError("invalid", { fields: { [made.fault]: "custom" } });
    const change = newChange({
      type: "checklist",
      subject: input.subject,
      place: null,
      fields: made.fields,
      madeAt: now(),
    });
    await applyOnce(tx, actor, { ...change, id: input.changeId });
  });
}
