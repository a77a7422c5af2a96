"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Conflicts, Versions } from "@/lib/changes/merge";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { FieldDatabase } from "@/lib/sync/database";
import type { KnownValues } from "@/lib/sync/known";
import { pictureOf } from "@/lib/sync/pictures";
import { openStates, type RecordRow, type RecordState } from "@/lib/sync/rows";
import { countUnsettled } from "@/lib/sync/unsettled";
import { useLive, useOpenedStore } from "./use-live";

export type FieldRecord<T extends RecordType = RecordType> = Readonly<{
  id: string;
  type: T;
  place: string | null;
  fields: FieldsOf<T>;
  versions: Versions;
  conflicts: Conflicts;
  deletedAt: string | null;
  state: RecordState;
}>;

type Filter<T extends RecordType> = Readonly<{
  /** Id that one of the record's fields names, such as its workshop. */
  link?: string;
  place?: string;
  where?: (fields: FieldsOf<T>) => boolean;
  /** Deleted ones too, for undoing. */
  deleted?: boolean;
}>;

const worst: Readonly<Record<string, RecordState>> = {
  rejected: "needs_you",
  conflict: "needs_you",
  sending: "sending",
  waiting: "phone",
  held: "sending",
};
const order: readonly RecordState[] = ["received", "sending", "phone", "needs_you"];

async function openBySubject(db: FieldDatabase): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>();
  for (const { subject, state } of await db.outbox.where("state").anyOf(openStates).toArray()) {
    const now = worst[state] ?? "received";
    const before = states.get(subject) ?? "received";
    if (order.indexOf(now) > order.indexOf(before)) states.set(subject, now);
  }
  return states;
}

function shown<T extends RecordType>(row: RecordRow, states: Map<string, RecordState>): FieldRecord<T> {
  const { id, place, fields, versions, conflicts, deletedAt, conflicted } = row;
  const state = conflicted ? "needs_you" : (states.get(id) ?? "received");
  return {
    id,
    type: row.type as T,
    place,
    fields: fields as FieldsOf<T>,
    versions,
    conflicts,
    deletedAt,
    state,
  };
}

function rowsOf(db: FieldDatabase, type: RecordType, { link, place }: { link?: string; place?: string }) {
  if (link)
    return db.records
      .where("links")
      .equals(link)
      .and((row) => row.type === type)
      .toArray();
  if (place) return db.records.where("[type+place]").equals([type, place]).toArray();
  return db.records.where("type").equals(type).toArray();
}

const byId = (a: RecordRow, b: RecordRow) => (a.id < b.id ? -1 : 1);

/** Records of one kind on this phone, oldest id first; undefined while the first answer is on its way. */
export function useRecords<T extends RecordType>(
  type: T,
  filter: Filter<T> = {},
): FieldRecord<T>[] | undefined {
  const { link, place, where, deleted = false } = filter;
  const records = useLive(
    async (db) => {
      const rows = await rowsOf(db, type, { link, place });
      const states = await openBySubject(db);
      const alive = rows.filter((row) => deleted || !row.deletedAt);
      return alive.sort(byId).map((row) => shown<T>(row, states));
    },
    [type, link, place, deleted],
  );
  return where ? records?.filter((record) => where(record.fields)) : records;
}

/** One record; null when there is none, undefined while it is being looked up. */
export function useRecord<T extends RecordType>(
  type: T,
  id: string | null | undefined,
): FieldRecord<T> | null | undefined {
  return useLive(
    async (db) => {
      const row = id ? await db.records.get([type, id]) : undefined;
      return row ? shown<T>(row, await openBySubject(db)) : null;
    },
    [type, id],
  );
}

/** What the server told about me, my places and the word lists; null when it has not yet. */
export function useKnown<K extends keyof KnownValues>(key: K): KnownValues[K] | null | undefined {
  return useLive(
    async (db) => ((await db.known.get(key))?.value as KnownValues[K] | undefined) ?? null,
    [key],
  );
}

const onlineNow = () => navigator.onLine;
function watchOnline(changed: () => void) {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

const idle = { running: false, problem: null, whole: 0 } as const;

/** Where the phone's work is: for the strip, the tab's badge and the first card of Home. */
export function useSyncState() {
  const engine = useOpenedStore()?.engine;
  const browserOnline = useSyncExternalStore(watchOnline, onlineNow, () => true);
  const subscribe = useCallback((changed: () => void) => engine?.subscribe(changed) ?? (() => {}), [engine]);
  const status = useSyncExternalStore(
    subscribe,
    () => engine?.status ?? idle,
    () => idle,
  );
  const counts = useLive(countUnsettled, []);
  const lastReceivedAt = useKnown("lastReceivedAt") ?? null;
  const unsent = counts?.unsent ?? 0;
  const bytesLeft = (counts?.recordBytes ?? 0) + (counts?.photoBytes ?? 0) - (counts?.photoBytesSent ?? 0);
  return {
    online: browserOnline && status.problem !== "offline",
    signedOut: status.problem === "signed_out",
    unsent,
    interviews: counts?.interviews ?? 0,
    photos: counts?.photos ?? 0,
    photoBytes: counts?.photoBytes ?? 0,
    bytesLeft,
    bytesWhole: Math.max(status.whole, bytesLeft),
    carried: counts?.carried ?? 0,
    photoBytesSent: counts?.photoBytesSent ?? 0,
    needsYou: counts?.needsYou ?? 0,
    savedAt: counts?.savedAt ?? null,
    lastReceivedAt,
    running: status.running,
    sending: status.running && unsent > 0,
  };
}

/** Address of a photo: the phone's own copy when it has one, else the server's. Null until known. */
export function usePhotoUrl(photoId: string | null | undefined): string | null {
  const media = useLive(
    async (db) => (photoId ? ((await db.media.where("photoId").equals(photoId).first()) ?? null) : null),
    [photoId],
  );
  const [url, setUrl] = useState<string | null>(null);
  const db = useOpenedStore()?.db;
  useEffect(() => {
    if (!media || !db) return setUrl(null);
    let made: string | undefined;
    let gone = false;
    void pictureOf(db, media).then((picture) => {
      if (gone) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [media, db]);
  if (!photoId || media === undefined) return null;
  return media ? url : `/api/media/${photoId}`;
}
