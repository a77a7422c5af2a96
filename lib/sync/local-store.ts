import { Dexie } from "dexie";
import type { RecordType } from "@/lib/changes/registry";
import { addPhoto, type PhotoMeta } from "./add-photo";
import { FieldDatabase, readKnown } from "./database";
import { deviceId } from "./device-key";
import { stillToStore } from "./draft-in-store";
import { DraftJournal } from "./draft-journal";
import { DraftWriter } from "./draft-writer";
import { SyncEngine } from "./engine";
import type { Bootstrap } from "./known";
import type { NewRecord } from "./record";
import { notStored } from "./storage-trouble";
import { httpTransport } from "./transport";
import { holdWindow } from "./windows";

type Opened = Readonly<{
  userId: string;
  db: FieldDatabase;
  engine: SyncEngine;
  device: string;
  journal: DraftJournal;
  drafts: DraftWriter;
  stop: () => void;
}>;
type Locked = Readonly<{ userId: string; db: FieldDatabase }>;
const prefix = "connect-";
/** The rules of every kind of record: much script, needed once something is written and not before the first screen answers. */
const recording = () => import("./record");

let opened: Opened | null = null;
let locked: Locked | null = null;
const watchers = new Set<() => void>();

/** The store of the signed-in person; null before it is opened. */
export const openedStore = (): Opened | null => opened;

/** The store that waits for its PIN; null when there is none or it is open. */
export const lockedStore = (): Locked | null => locked;

export function watchStore(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function store(): Opened {
  if (!opened) throw new Error("the store is not open");
  return opened;
}

/** Opens this person's own database and starts sending and receiving. */
export async function openStore(userId: string, known?: Bootstrap): Promise<void> {
  if (opened?.userId === userId) return known && learnAnew(opened, known);
  if (locked?.userId === userId) return;
  opened?.stop();
  opened = null;
  const db = new FieldDatabase(userId);
  holdWindow(db.name);
  if (await isSealed(db)) return wait({ userId, db });
  await start(userId, db, known);
}

/** Its data can be read now: what is shown, sent and received starts. */
async function start(userId: string, db: FieldDatabase, known?: Bootstrap): Promise<void> {
  const device = await deviceId(db);
  const engine = new SyncEngine(db, httpTransport(userId, device));
  if (known) await engine.learn(known);
  const journal = new DraftJournal(userId, () => db.sealer === null);
  await journal.open();
  const keep = async (input: NewRecord) => {
    const { saveRecord } = await recording();
    const subject = await saveRecord(db, device, input);
    engine.kick();
    return subject;
  };
  const drafts = new DraftWriter(keep, journal);
  opened = { userId, db, engine, device, journal, drafts, stop: engine.start() };
  locked = null;
  journal.inherit(async (draft) => {
    const lacking = await stillToStore(db, draft);
    if (lacking) await keep(lacking);
  });
  for (const watcher of watchers) watcher();
  // Asked for, not insisted on: without it the browser may clear the phone's copy when space is short.
  void navigator.storage?.persist?.();
}

const isSealed = async (db: FieldDatabase) => Boolean(await readKnown(db, "lock")) && !db.sealer;

function wait(store: Locked): void {
  locked = store;
  for (const watcher of watchers) watcher();
  void leaveIfWithdrawn(store.db);
}

/** The PIN was given: `db` holds its key. */
export const openUnlocked = ({ userId, db }: Locked): Promise<void> => start(userId, db);

/** Back behind the PIN. What was typed is in the store first; the key is in no memory afterwards. */
export async function lockStore(): Promise<void> {
  if (!opened || !(await readKnown(opened.db, "lock"))) return;
  const { userId, db, drafts, stop } = opened;
  await drafts.settle();
  stop();
  opened = null;
  db.close();
  wait({ userId, db: new FieldDatabase(userId) });
}

/** A lost phone is emptied although nobody gives its PIN: that needs nothing to be read. */
async function leaveIfWithdrawn(db: FieldDatabase): Promise<void> {
  const device = await deviceId(db);
  const transport = httpTransport(db.name.slice(prefix.length), device);
  if (!(await transport.withdrawn(device).catch(() => false))) return;
  const { dropReceived } = await import("./withdrawal");
  await dropReceived(db);
}

/** A withdrawn phone whose person has signed in again begins anew, as another phone. */
async function learnAnew({ db, engine }: Opened, known: Bootstrap): Promise<void> {
  await db.known.delete("withdrawn");
  await engine.learn(known);
}

/** Closes the store; with `remove` it also deletes it, which only a caller who has asked the person may do. */
export async function closeStore({ remove }: { remove: boolean }): Promise<void> {
  const { db, stop, drafts, journal } = store();
  await drafts.settle();
  stop();
  opened = null;
  db.close();
  if (remove) {
    journal.forget();
    await Dexie.delete(db.name);
  }
  for (const watcher of watchers) watcher();
}

/** People who have a store on this phone, for opening it with no network. */
export async function usersOnThisPhone(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** What the screens use. Everything is on the phone before a promise resolves; sending follows by itself. */
export const localStore = {
  record<T extends RecordType>(input: NewRecord<T>): Promise<string> {
    return store().drafts.keep(input as NewRecord);
  },

  /** What was typed goes into the store now. */
  settle: () => opened?.drafts.settle() ?? Promise.resolve(),

  async removeRecord(type: RecordType, id: string): Promise<void> {
    await localStore.record({ type, subject: id, place: null, fields: {}, operation: "delete" });
  },

  async undoRemove(type: RecordType, id: string): Promise<void> {
    await localStore.record({ type, subject: id, place: null, fields: {}, operation: "undelete" });
  },

  async addPhoto(file: Blob, meta: PhotoMeta): Promise<string> {
    const { preparePhoto } = await import("@/lib/media/prepare");
    return addPhoto({ db: store().db, keep: localStore.record, prepare: preparePhoto }, file, meta).catch(
      notStored,
    );
  },

  deviceId: () => store().device,
  discard: async (changeId: string) => (await recording()).discardChange(store().db, changeId),
  syncNow: () => store().engine.syncNow(),
};
