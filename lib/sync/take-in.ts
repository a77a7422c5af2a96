import { isRecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { typeOf } from "@/lib/changes/schema";
import { now } from "@/lib/clock";
import type { Contents } from "./contents";
import type { FieldDatabase } from "./database";
import { showRecord } from "./layers";
import { keptPicture } from "./pictures";

/** What came of it, for the sentence that tells the person. */
export type TakenIn = Readonly<{
  own: number;
  carried: number;
  pictures: number;
  interviews: number;
  known: number;
}>;

/**
 * Takes in what another phone gave. One's own work (a safety copy) is shown and sent as one's own; others' is carried: kept
 * apart, never merged here, and sent when there is signal. Interviews go out from their interviewer's own phone only.
 * Taking in the same twice changes nothing.
 */
export async function takeIn(db: FieldDatabase, { changes, pictures, batches }: Contents): Promise<TakenIn> {
  const userId = db.name.slice("connect-".length);
  const kept = await Promise.all(
    pictures.map(async ({ data, ...picture }) => {
      const blob = new Blob([data as Uint8Array<ArrayBuffer>], { type: picture.row.type });
      return { ...picture, kept: await keptPicture(db, blob) };
    }),
  );
  return db.transaction("rw", db.tables, async () => {
    const taken = { own: 0, carried: 0, pictures: 0, interviews: 0, known: 0 };
    for (const { change, from } of changes) {
      if (await isKnown(db, change)) taken.known += 1;
      else if (from.userId === userId) taken.own += (await takeOwn(db, change)) ? 1 : 0;
      else {
        const addedAt = now().toISOString();
        await db.carried.add({ id: change.id, change, from, addedAt, state: "waiting", answer: null });
        taken.carried += 1;
      }
    }
    for (const { row, from, kept: picture } of kept) {
      if (await db.media.get(row.sha256)) continue;
      const others = from.userId === userId ? {} : { from };
      await db.media.add({ ...row, ...others, ...picture, state: "waiting", code: null });
      taken.pictures += 1;
    }
    for (const { batch, from } of batches) {
      if (from.userId !== userId || (await db.trustBatches.get(batch.id))) continue;
      await db.trustBatches.add({ ...batch, state: "waiting", code: null });
      taken.interviews += batch.sealed.length;
    }
    if (taken.own > 0) await readAnew(db);
    return taken;
  });
}

/** The server may have long given back what was taken in: only a pull from the beginning gives it back again. */
async function readAnew(db: FieldDatabase): Promise<void> {
  await db.records.toCollection().modify({ generation: null });
  const cursors = await db.known.where("key").startsWith("cursor:").toArray();
  for (const { key } of cursors) await db.known.put({ key, value: { generation: "", cursor: null } });
}

async function isKnown(db: FieldDatabase, { id, kind, subject }: Change): Promise<boolean> {
  if ((await db.outbox.where("id").equals(id).count()) > 0) return true;
  if (await db.carried.get(id)) return true;
  const type = typeOf(kind);
  const row = isRecordType(type) ? await db.records.get([type, subject]) : undefined;
  return Object.values(row?.server?.versions ?? {}).includes(id);
}

async function takeOwn(db: FieldDatabase, change: Change): Promise<boolean> {
  const type = typeOf(change.kind);
  if (!isRecordType(type)) return false;
  const { id, subject, madeAt } = change;
  const fresh = { state: "waiting", answer: null, receivedAt: null, sealed: true, pulled: false } as const;
  await db.outbox.add({ ...fresh, id, type, subject, change, savedAt: madeAt });
  const row = await db.records.get([type, subject]);
  await showRecord(db, type, subject, {
    place: row?.place ?? change.place,
    server: row?.server ?? null,
    district: row?.district ?? null,
    generation: row?.generation ?? null,
  });
  return true;
}
