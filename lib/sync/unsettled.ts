import { changeBytes } from "./batch";
import { type FieldDatabase, readKnown } from "./database";
import type { Me } from "./known";
import { type OutboxItem, type RecordRow, unsentStates } from "./rows";

/** May this person decide between two values of a record: holds the right, or is one of the two. */
export const concerns = (me: Me | null, row: RecordRow, own: ReadonlySet<string>): boolean =>
  Boolean(me?.verbs.includes("conflict.resolve")) ||
  own.has(row.id) ||
  Object.values(row.conflicts).some((candidates) =>
    candidates.some(({ authorId }) => authorId === me?.userId),
  );

/** Records with two values for one field that this person should know of. */
export async function conflictsForMe(db: FieldDatabase): Promise<RecordRow[]> {
  const me = await readKnown<Me>(db, "me");
  const open = await db.outbox.where("state").equals("conflict").toArray();
  const own = new Set(open.map(({ subject }) => subject));
  const rows = await db.records.where("conflicted").equals(1).toArray();
  return rows.filter((row) => concerns(me, row, own));
}

/** What is still on this phone only, and what waits for its person. Photos count as items of their own. */
export async function countUnsettled(db: FieldDatabase) {
  const unsent: OutboxItem[] = await db.outbox.where("state").anyOf(unsentStates).toArray();
  const pictures = await db.media.where("state").anyOf("waiting", "sending").toArray();
  const media = pictures.filter(({ from }) => !from);
  const refused = await db.outbox.where("state").equals("rejected").count();
  const interviews = await db.sealedAnswers.count();
  const batches = await db.trustBatches.where("state").equals("waiting").count();
  const refusedBatches = await db.trustBatches.where("state").equals("rejected").count();
  const refusedMedia = await db.media.where("state").equals("rejected").count();
  const conflicts = await conflictsForMe(db);
  const times = unsent.map(({ savedAt }) => savedAt).sort();
  return {
    unsent: unsent.length + media.length + batches,
    /** Finished and not submitted: a person decides when they leave. */
    interviews,
    photos: media.length,
    photoBytes: media.reduce((sum, { bytes }) => sum + bytes, 0),
    recordBytes: unsent.reduce((sum, { change }) => sum + changeBytes(change), 0),
    carried: (await db.carried.where("state").equals("waiting").count()) + pictures.length - media.length,
    photoBytesSent: media.reduce((sum, { sent }) => sum + (sent ?? 0), 0),
    needsYou: refused + refusedMedia + refusedBatches + conflicts.length,
    conflicts: conflicts.length,
    rejects: refused + refusedMedia + refusedBatches,
    savedAt: times.at(-1) ?? null,
  };
}
