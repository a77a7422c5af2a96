import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { showRecord } from "./layers";

const keptDays = 90;
const dayMs = 86_400_000;

/**
 * A restore gives the server a new epoch: all that this phone sent in the last 90 days is sent again (repeating is harmless)
 * and everything is pulled anew. Call inside a transaction over all tables.
 */
export async function noteEpoch(db: FieldDatabase, epoch: string): Promise<void> {
  const known = await readKnown<string>(db, "epoch");
  if (known === epoch) return;
  await writeKnown(db, "epoch", epoch);
  if (!known) return;
  await db.known.delete("deviceRegistered");
  await db.media.where("state").equals("received").modify({ state: "waiting" });
  await db.carried.where("state").equals("received").modify({ state: "waiting" });
  await db.trustBatches.where("state").equals("received").modify({ state: "waiting" });
  const sent = await db.outbox.where("state").anyOf("received", "held", "conflict").toArray();
  for (const item of sent) await db.outbox.put({ ...item, state: "waiting", pulled: false });
  for (const subject of new Set(sent.map((item) => item.subject))) {
    const row = await db.records.where("id").equals(subject).first();
    if (row) await showRecord(db, row.type, row.id, row);
  }
}

/** Forgets what was received and given back more than 90 days ago, by the server's clock: this phone's may lie. */
export async function forgetOldSent(db: FieldDatabase): Promise<void> {
  const at = await readKnown<string>(db, "lastPulledAt");
  if (!at) return;
  const oldest = new Date(Date.parse(at) - keptDays * dayMs).toISOString();
  await db.outbox
    .where("state")
    .equals("received")
    .filter((item) => item.pulled && (item.receivedAt ?? "") < oldest)
    .delete();
  const announced = new Set(await db.outbox.orderBy("subject").uniqueKeys());
  await db.trustBatches
    .where("state")
    .equals("received")
    .filter(({ id }) => !announced.has(id))
    .delete();
}
