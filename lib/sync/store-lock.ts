import { now } from "@/lib/clock";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { keptPicture, pictureOf } from "./pictures";
import { type ProgrammeKey, wrapForProgramme } from "./programme-key";
import type { StoreLock } from "./rows";
import { fromBase64, guessCost, keyBytes, keyOfSecret, randomBytes, seal, toBase64, unseal } from "./sealing";
import type { Sealer } from "./store-seal";

export const leastDigits = 6;
export type PinFault = "short" | "simple" | "wrong" | "unavailable" | "wait" | "other_windows";

/** Why the lock did not open or change; `seconds` until the next try may be made. */
export class PinError extends Error {
  constructor(
    readonly fault: PinFault,
    readonly seconds = 0,
  ) {
    super(fault);
    this.name = "PinError";
  }
}

const rows = ["0123456789", "9876543210"];

/** Null when it will do. */
export function faultOfPin(pin: string): "short" | "simple" | null {
  if (!/^\d+$/.test(pin) || pin.length < leastDigits) return "short";
  const simple = /^(\d)\1*$/.test(pin) || rows.some((row) => row.includes(pin));
  return simple ? "simple" : null;
}

const sealerFor = (key: Uint8Array): Sealer => ({
  seal: (plain) => seal(key, plain),
  open: (sealed) => unseal(key, sealed),
});

export const lockOf = (db: FieldDatabase) => readKnown<StoreLock>(db, "lock");

/** Wraps the data key by the PIN, and by the programme's public key, so that a forgotten PIN loses nothing. */
async function lockFor(db: FieldDatabase, pin: string, key: Uint8Array): Promise<StoreLock> {
  const fault = faultOfPin(pin);
  if (fault) throw new PinError(fault);
  const userId = db.name.slice("connect-".length);
  const before = await lockOf(db);
  const programme = await readKnown<ProgrammeKey>(db, "programme");
  const wrapped = await wrapForProgramme(programme, { key, userId, purpose: "store" });
  const programmeKey = wrapped ?? before?.programmeKey;
  if (!programmeKey) throw new PinError("unavailable");
  const salt = randomBytes(16);
  const pinKey = await keyOfSecret(pin, salt, guessCost);
  return {
    salt: toBase64(salt),
    cost: guessCost,
    key: toBase64(seal(pinKey, key)),
    programmeKey,
    failures: 0,
    notBefore: 0,
    sealed: before?.sealed ?? false,
  };
}

/** Sets a PIN and seals everything on the phone. Call only while no other window has the store open. */
export async function setPin(db: FieldDatabase, pin: string): Promise<void> {
  const key = randomBytes(keyBytes);
  const lock = await lockFor(db, pin, key);
  // The lock first: killed while sealing, the next opening finds both kinds of rows, reads both and goes on.
  await writeKnown(db, "lock", lock);
  db.sealer = sealerFor(key);
  await finishSealing(db);
}

/** A new PIN for the same data key; nothing is sealed anew. */
export async function changePin(db: FieldDatabase, { present, next }: { present: string; next: string }) {
  const key = await keyByPin(db, present);
  await writeKnown(db, "lock", await lockFor(db, next, key));
}

export async function removePin(db: FieldDatabase, present: string): Promise<void> {
  const sealer = sealerFor(await keyByPin(db, present));
  db.sealer = sealer;
  const pictures = await openedPictures(db);
  try {
    await db.transaction("rw", db.tables, async () => {
      const { records, outbox, carried, known } = db;
      const plain = await Promise.all([records, outbox, carried, known].map((table) => table.toArray()));
      db.sealer = null;
      await records.bulkPut(plain[0] as never[]);
      await outbox.bulkPut(plain[1] as never[]);
      await carried.bulkPut(plain[2] as never[]);
      await known.bulkPut(plain[3] as never[]);
      for (const { sha256, blob } of pictures) await db.media.update(sha256, { blob, sealed: undefined });
      await known.delete("lock");
    });
  } catch (error) {
    // Undone: the rows are sealed still.
    db.sealer = sealer;
    throw error;
  }
}

async function openedPictures(db: FieldDatabase) {
  const media = await db.media.toArray();
  return Promise.all(media.map(async (row) => ({ sha256: row.sha256, blob: await pictureOf(db, row) })));
}

/** Everything once through the seal, what is sealed already too; repeated after being killed it ends the same. */
async function rewriteAll(db: FieldDatabase): Promise<void> {
  await db.transaction("rw", db.records, db.outbox, db.carried, db.known, async () => {
    await db.records.bulkPut(await db.records.toArray());
    await db.outbox.bulkPut(await db.outbox.toArray());
    await db.carried.bulkPut(await db.carried.toArray());
    await db.known.bulkPut(await db.known.toArray());
  });
  for (const row of await db.media.toArray())
    if (!row.sealed) await db.media.update(row.sha256, await keptPicture(db, row.blob));
}

/** Opens the store with its PIN. Wrong ones are counted, also over restarts, and cost more and more waiting. */
export async function unlockWithPin(db: FieldDatabase, pin: string): Promise<void> {
  db.sealer = sealerFor(await keyByPin(db, pin));
  await finishSealing(db);
}

/** The same with the key that the server took out of the programme's wrap; the forgotten PIN gives way to a new one. */
export async function unlockWithKey(db: FieldDatabase, keyText: string, pin: string): Promise<void> {
  const key = fromBase64(keyText);
  const fault = faultOfPin(pin);
  if (fault) throw new PinError(fault);
  db.sealer = sealerFor(key);
  await writeKnown(db, "lock", await lockFor(db, pin, key));
  await finishSealing(db);
}

/** Setting the PIN may have been interrupted anywhere between its lock and its last picture. */
async function finishSealing(db: FieldDatabase): Promise<void> {
  const lock = await lockOf(db);
  if (!lock || lock.sealed) return;
  await rewriteAll(db);
  await writeKnown(db, "lock", { ...lock, sealed: true });
}

const freeTries = 3;
const longestWaitSeconds = 300;

async function keyByPin(db: FieldDatabase, pin: string): Promise<Uint8Array> {
  const lock = await lockOf(db);
  if (!lock) throw new PinError("unavailable");
  const at = now().getTime();
  // A clock set back must not lock for years.
  const wait = Math.min(longestWaitSeconds, Math.ceil((lock.notBefore - at) / 1000));
  if (wait > 0) throw new PinError("wait", wait);
  const pinKey = await keyOfSecret(pin, fromBase64(lock.salt), lock.cost);
  try {
    const key = unseal(pinKey, fromBase64(lock.key));
    if (lock.failures > 0) await writeKnown(db, "lock", { ...lock, failures: 0, notBefore: 0 });
    return key;
  } catch {
    const failures = lock.failures + 1;
    const seconds = failures < freeTries ? 0 : Math.min(longestWaitSeconds, 2 ** (failures - freeTries) * 5);
    await writeKnown(db, "lock", { ...lock, failures, notBefore: now().getTime() + seconds * 1000 });
    throw seconds > 0 ? new PinError("wait", seconds) : new PinError("wrong");
  }
}
