import "server-only";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { type NewVersion, nextVersion } from "./new-version";
import { instrumentsWithin } from "./queries";

/** A questionnaire is never edited: this makes its next version, which new rounds then use. */
export async function makeVersion(actor: Actor, input: NewVersion): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    const all = await instrumentsWithin(tx);
    const before = all.find(({ id }) => id === input.from);
    if (!before) throw new AppError("not_found");
    const newest = Math.max(
      ...all.filter(({ series }) => series === before.series).map((one) => one.version),
    );
    const made = nextVersion(input, { before, version: newest + 1 });
    if ("fault" in made) throw new AppError("invalid", { fields: { [made.fault]: "missing" } });
    const change = newChange({
      type: "instrument",
      subject: input.subject,
      place: null,
      fields: made.fields,
      madeAt: now(),
    });
    await applyOnce(tx, actor, { ...change, id: input.changeId });
  });
}
