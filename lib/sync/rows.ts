import type { Conflicts, Fields, Versions } from "@/lib/changes/merge";
import type { RecordType } from "@/lib/changes/registry";
import type { Change, ChangeAnswer } from "@/lib/changes/schema";
import type { From } from "./contents";

/** A record as one side knows it: its merge state and whether it was deleted (ISO moment). */
export type Layer = Readonly<{
  fields: Fields;
  versions: Versions;
  conflicts: Conflicts;
  deletedAt: string | null;
  /** Per field, who set what stands and when; rows of before November 2026 lack it. */
  makers?: Readonly<Record<string, Readonly<{ authorId: string; madeAt: string }>>>;
}>;
export const emptyLayer: Layer = { fields: {}, versions: {}, conflicts: {}, deletedAt: null };

/** What is shown is the server's layer with this phone's own changes on top that the server has not given back yet. */
export type RecordRow = Layer &
  Readonly<{
    type: RecordType;
    id: string;
    place: string | null;
    /** Every id named by a field: children are found by their parent's. */
    links: readonly string[];
    server: Layer | null;
    district: string | null;
    /** The pull this copy comes from; another one starts the record anew. */
    generation: string | null;
    /** 1 when a field waits for a person to decide; a number because IndexedDB indexes no booleans. */
    conflicted: 0 | 1;
  }>;

export type OutboxState = "waiting" | "sending" | "received" | "held" | "conflict" | "rejected";

export type OutboxItem = Readonly<{
  seq?: number;
  id: string;
  type: RecordType;
  subject: string;
  state: OutboxState;
  change: Change;
  answer: ChangeAnswer | null;
  /** ISO moments. */
  savedAt: string;
  receivedAt: string | null;
  /** It has left the phone at least once (sent, or in a safety copy): its content may not change any more. */
  sealed: boolean;
  /** The server has given it back: it is part of the server's layer now. */
  pulled: boolean;
}>;

export type MediaState = "waiting" | "sending" | "received" | "rejected";
export type MediaRow = Readonly<{
  sha256: string;
  photoId: string;
  blob: Blob;
  type: string;
  bytes: number;
  /** Bytes the server has, while it is sent in parts. */
  sent?: number;
  state: MediaState;
  code: string | null;
  savedAt: string;
  /** Whose it is, when this phone only carries it. */
  from?: From;
  /** 1 when `blob` is sealed with the PIN's key. */
  sealed?: 1;
}>;

/** A change that this phone carries for somebody else, as its author signed it. Never shown as this person's own. */
export type CarriedItem = Readonly<{
  id: string;
  change: Change;
  from: From;
  /** ISO moment. */
  addedAt: string;
  state: "waiting" | "received" | "rejected";
  answer: ChangeAnswer | null;
}>;

/** One finished interview, sealed for the programme: this phone cannot read it. Its id is random, so its place says nothing. */
export type SealedAnswer = Readonly<{ id: string; roundId: string; sealed: string }>;

/** Interviews that were submitted together, shuffled; the record of the same id announces them. */
export type TrustBatchRow = Readonly<{
  id: string;
  roundId: string;
  sealed: readonly string[];
  state: "waiting" | "received" | "rejected";
  code: string | null;
}>;

/** The data key of a store with a PIN, wrapped twice, and the wrong PINs given since the last right one. */
export type StoreLock = Readonly<{
  salt: string;
  cost: Readonly<{ m: number; t: number }>;
  key: string;
  programmeKey: string;
  failures: number;
  /** Milliseconds since 1970 before which no PIN is tried. */
  notBefore: number;
  /** Everything that lay here before the PIN has been sealed. */
  sealed: boolean;
}>;

export type KnownRow = Readonly<{ key: string; value: unknown }>;
export type RecordState = "phone" | "sending" | "received" | "needs_you";

/** States that the phone still has to do something about. */
export const unsentStates: readonly OutboxState[] = ["waiting", "sending"];
export const openStates: readonly OutboxState[] = ["waiting", "sending", "held", "conflict", "rejected"];
