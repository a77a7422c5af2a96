import { Dexie } from "dexie";
import type { RecordType } from "@/lib/changes/registry";
import { uuidv7 } from "@/lib/changes/uuid";
import { now } from "@/lib/clock";
import type { Photo } from "@/lib/media/schema";
import { FieldDatabase } from "./database";
import { deviceId } from "./device-key";
import { SyncEngine } from "./engine";
import type { Bootstrap } from "./known";
import { discardChange, type NewRecord, saveRecord } from "./record";
import { httpTransport } from "./transport";

type Opened = Readonly<{
  userId: string;
  db: FieldDatabase;
  engine: SyncEngine;
  device: string;
  stop: () => void;
}>;
let opened: Opened | null = null;
const watchers = new Set<() => void>();

/** The store of the signed-in person; null before it is opened. */
export const openedStore = (): Opened | null => opened;

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
  if (opened?.userId === userId) return known && opened.engine.learn(known);
  opened?.stop();
  const db = new FieldDatabase(userId);
  const device = await deviceId(db);
  const engine = new SyncEngine(db, httpTransport(userId));
  if (known) await engine.learn(known);
  opened = { userId, db, engine, device, stop: engine.start() };
  for (const watcher of watchers) watcher();
  // Asked for, not insisted on: without it the browser may clear the phone's copy when space is short.
  void navigator.storage?.persist?.();
}

/** Closes the store; with `remove` it also deletes it, which only a caller who has asked the person may do. */
export async function closeStore({ remove }: { remove: boolean }): Promise<void> {
  const { db, stop } = store();
  stop();
  opened = null;
  db.close();
  if (remove) await Dexie.delete(db.name);
  for (const watcher of watchers) watcher();
}

const prefix = "connect-";

/** People who have a store on this phone, for opening it with no network. */
export async function usersOnThisPhone(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

type PhotoMeta = Readonly<{
  workshopId: string;
  place: string;
  purpose: Photo["purpose"];
  sensitive?: boolean;
  caption?: string;
  keepLocation?: boolean;
  /** Already drawn and hashed (a covered map): taken as it is. */
  prepared?: Readonly<{
    blob: Blob;
    sha256: string;
    bytes: number;
    width: number;
    height: number;
    type: Photo["type"];
  }>;
  coveredFromId?: string;
  coveredConfirmed?: boolean;
}>;

/** What the screens use. Everything is on the phone before a promise resolves; sending follows by itself. */
export const localStore = {
  async record<T extends RecordType>(input: NewRecord<T>): Promise<string> {
    const { db, device, engine } = store();
    const subject = await saveRecord(db, device, input as NewRecord);
    engine.kick();
    return subject;
  },

  async removeRecord(type: RecordType, id: string): Promise<void> {
    await localStore.record({ type, subject: id, place: null, fields: {}, operation: "delete" });
  },

  async undoRemove(type: RecordType, id: string): Promise<void> {
    await localStore.record({ type, subject: id, place: null, fields: {}, operation: "undelete" });
  },

  /** Keeps a photo, scaled and without its EXIF, and its record. Resolves with the photo record's id. */
  async addPhoto(file: Blob, meta: PhotoMeta): Promise<string> {
    const { db } = store();
    const { preparePhoto } = await import("@/lib/media/prepare");
    const { keepLocation } = meta;
    const { blob, sha256, bytes, width, height, type } =
      meta.prepared ?? (await preparePhoto(file, { keepLocation }));
    const { workshopId, place, purpose, caption, coveredFromId, coveredConfirmed } = meta;
    const known = await db.media.get(sha256);
    if (known && (await db.records.get(["photo", known.photoId]))) return known.photoId;
    const sensitive = meta.sensitive ?? (purpose === "paper_map" && !coveredConfirmed);
    const described = {
      workshopId,
      purpose,
      sha256,
      bytes,
      width,
      height,
      type,
      sensitive,
      takenAt: now().toISOString(),
    };
    const fields = { ...described, caption, coveredFromId, coveredConfirmed };
    // The picture first: killed in between, there is a picture too many and never a record without its picture.
    const photoId = uuidv7();
    const savedAt = now().toISOString();
    await db.media.put({ sha256, photoId, blob, type, bytes, state: "waiting", code: null, savedAt });
    await localStore.record({ type: "photo", subject: photoId, place, fields });
    return photoId;
  },

  deviceId: () => store().device,
  discard: (changeId: string) => discardChange(store().db, changeId),
  syncNow: () => store().engine.syncNow(),
};
