import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyWithin } from "@/lib/changes/apply";
import { id, prose } from "@/lib/changes/fields";
import { mustApply } from "@/lib/changes/must-apply";
import { newChange } from "@/lib/changes/new-change";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { isRestorable, type RecordChange, type Restorable, restorationsAt } from "./versions";

/** `version` is the change after which the record stood as wanted. */
export const RestoreVersion = z.object({
  place: id,
  subject: id,
  version: id,
  why: prose.pipe(z.string().trim().min(3).max(500)),
});

type Story = Readonly<{
  type: Restorable;
  versions: Record<string, string>;
  changes: readonly RecordChange[];
}>;

/**
 * Lets a record stand again as it did after one of its changes, as a further change with its reason: nothing is rewritten.
 * A plan takes its actions along to the same moment. All of it or none.
 */
export async function restoreVersion(actor: Actor, input: z.infer<typeof RestoreVersion>): Promise<void> {
  const { place, subject, version, why } = input;
  await withScope(actor.scope, async (tx) => {
    requireCan(actor, "history.restore", await whereaboutsOf(tx, place));
    const stories = await storiesOf(tx, subject, place);
    const moment = stories.flatMap(({ changes }) => changes).find(({ changeId }) => changeId === version);
    if (!moment) throw new AppError("not_found");
    const wanted = restorationsAt(
      stories.map(({ changes }) => changes),
      moment,
    );
    if (wanted.length === 0) throw new AppError("conflict", { reason: "nothing_to_restore" });
    for (const { subject: id, ...restored } of wanted) {
      const story = stories.find(({ changes }) => changes[0]?.subject === id);
      if (story) await write(tx, actor, { id, place, why, story, ...restored });
    }
  });
}

async function storiesOf(tx: Transaction, subject: string, place: string): Promise<Story[]> {
  const rows = await tx.execute<{
    type: string;
    versions: Record<string, string>;
    changes: RecordChange[];
  }>(sql`
    select s.type, s.versions, (
      select jsonb_agg(jsonb_build_object('changeId', c.id, 'subject', c.subject_id, 'kind', c.kind, 'status', c.status,
        'receivedAt', c.received_at, 'after', p.after) order by c.seq)
      from changes c join change_payloads p on p.change_id = c.id where c.subject_id = s.id) as changes
    from subjects s
    where (s.id = ${subject} or s.id in (select a.id from actions a where a.plan_id = ${subject}))
      and coalesce(s.village_id, s.district_id) = ${place}`);
  const stories = rows.flatMap(({ type, ...story }) => (isRestorable(type) ? [{ type, ...story }] : []));
  if (stories.length === 0) throw new AppError("not_found");
  return stories;
}

type Write = Readonly<{
  id: string;
  place: string;
  why: string;
  story: Story;
  fields: Record<string, unknown>;
  undelete: boolean;
}>;

async function write(
  tx: Transaction,
  actor: Actor,
  { id: subject, place, why, story, fields, undelete }: Write,
) {
  const { type, versions } = story;
  const common = { type, subject, place, why, madeAt: now() };
  if (undelete) mustApply(await applyWithin(tx, actor, newChange({ ...common, operation: "undelete" })));
  if (Object.keys(fields).length === 0) return;
  const base = Object.fromEntries(Object.keys(fields).map((name) => [name, versions[name] ?? null]));
  const answer = mustApply(await applyWithin(tx, actor, newChange({ ...common, fields, base })));
  if (answer.status === "conflict") throw new AppError("stale");
}
