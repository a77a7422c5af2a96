import { type Fields, seenBase, type Versions } from "@/lib/changes/merge";
import { newChange } from "@/lib/changes/new-change";
import { parseFields } from "@/lib/changes/parse";
import { definitionOf, type FieldsOf, type RecordType } from "@/lib/changes/registry";
import type { Operation } from "@/lib/changes/schema";
import { operationOf } from "@/lib/changes/schema";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { FieldDatabase } from "./database";
import { ownChanges, showRecord } from "./layers";
import type { OutboxItem, RecordRow } from "./rows";

export type NewRecord<T extends RecordType = RecordType> = Readonly<{
  type: T;
  /** The record; a new one when left out. */
  subject?: string;
  place: string | null;
  fields: Partial<FieldsOf<T>>;
  operation?: Operation;
  why?: string;
  /** Versions of the record as its author saw it when beginning to type; what arrived meanwhile was not seen. */
  seen?: Versions;
}>;

type Writing = Readonly<{
  db: FieldDatabase;
  input: NewRecord;
  fields: Fields;
  row: RecordRow | undefined;
  device: string;
}>;

/**
 * Saves a change on this phone: the outbox and the record as shown, in one transaction. Resolves with the record's id once
 * both are stored. Throws `invalid` for values the server would refuse.
 */
export async function saveRecord(db: FieldDatabase, device: string, input: NewRecord): Promise<string> {
  return db.transaction("rw", db.records, db.outbox, async () => {
    const row = input.subject ? await db.records.get([input.type, input.subject]) : undefined;
    const creating = !row && (input.operation ?? "record") === "record";
    if (!row && !creating) throw new AppError("not_found");
    if (row && !input.operation && definitionOf(input.type).appendOnly) throw new AppError("conflict");
    const fields = given(parseFields(input.type, input.fields as Fields, creating));
    const writing = { db, input, fields, row, device };
    const own = row ? await ownChanges(db, row.id) : [];
    const subject = (await amendUnsent(writing, own)) ?? (await appendOwn(writing, own));
    await showRecord(db, input.type, subject, {
      place: row?.place ?? input.place,
      server: row?.server ?? null,
      district: row?.district ?? null,
      generation: row?.generation ?? null,
    });
    return subject;
  });
}

/** Without fields that were named but left undefined: they would not travel. */
const given = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const isRecord = (item: OutboxItem) => operationOf(item.change.kind) === "record";

/** A change that has not left the phone yet takes the next keystrokes in, so that typing a line is one change. */
async function amendUnsent(writing: Writing, own: OutboxItem[]): Promise<string | null> {
  const { db, input, fields, row } = writing;
  const last = own.at(-1);
  if (!row || !last?.seq || last.sealed || last.state !== "waiting" || !isRecord(last)) return null;
  if (input.why || (input.operation ?? "record") !== "record") return null;
  const at = now().toISOString();
  const base = { ...(await baseFor(writing)), ...last.change.base };
  const change = { ...last.change, fields: { ...last.change.fields, ...fields }, base, madeAt: at };
  await db.outbox.update(last.seq, { change, savedAt: at });
  return last.subject;
}

async function appendOwn(writing: Writing, own: OutboxItem[]): Promise<string> {
  const { db, input, fields, row, device } = writing;
  const at = now();
  // A refused change is corrected by the next one, which carries what it said along.
  const refused = own.filter((item) => item.state === "rejected" && isRecord(item));
  const plain = (input.operation ?? "record") === "record";
  const carried = plain ? refused : [];
  const change = newChange({
    type: input.type,
    operation: input.operation,
    subject: row?.id ?? input.subject,
    place: row?.place ?? input.place,
    fields: Object.assign({}, ...carried.map((item) => item.change.fields), fields),
    base: plain
      ? Object.assign(await baseFor(writing), ...carried.map((item) => item.change.base))
      : decisionBase(writing),
    device,
    why: input.why,
    madeAt: at,
  });
  for (const item of carried) if (item.seq) await db.outbox.delete(item.seq);
  const { id, subject } = change;
  const fresh = { state: "waiting", answer: null, receivedAt: null, sealed: false, pulled: false } as const;
  await db.outbox.add({ ...fresh, id, type: input.type, subject, change, savedAt: at.toISOString() });
  return subject;
}

/** Somebody who decides between two values says which they saw; others that come meanwhile are not settled by it. */
const decisionBase = ({ input, fields, row }: Writing): Record<string, string | null> =>
  input.operation === "resolve" && row
    ? Object.assign({}, ...Object.keys(fields).map((field) => seenBase(field, row)))
    : {};

/** The version the author saw: what the record shows, unless another's change arrived since they began. */
async function baseFor({ db, input, fields, row }: Writing): Promise<Record<string, string | null>> {
  const own = row && input.seen ? await db.outbox.where("subject").equals(row.id).toArray() : [];
  const mine = new Set(own.map(({ id }) => id));
  const versionOf = (name: string) => {
    const current = row?.versions[name] ?? null;
    return input.seen && current && !mine.has(current) ? (input.seen[name] ?? null) : current;
  };
  const base = Object.fromEntries(Object.keys(fields).map((name) => [name, versionOf(name)]));
  // A field that nobody had set says nothing of the record having been seen: without its creation the server would take
  // the edit for one. Any version seen tells.
  const [other] = Object.entries(row?.versions ?? {}).filter(([name]) => !(name in fields));
  const unseen = Object.values(base).every((version) => version === null);
  return other && unseen ? { ...base, [other[0]]: other[1] } : base;
}

/** Gives up one refused or conflicting change; the record shows again what the rest says. */
export async function discardChange(db: FieldDatabase, changeId: string): Promise<void> {
  await db.transaction("rw", db.records, db.outbox, async () => {
    const item = await db.outbox.get({ id: changeId });
    if (!item?.seq || item.state !== "rejected") return;
    await db.outbox.delete(item.seq);
    const row = await db.records.get([item.type, item.subject]);
    if (row) await showRecord(db, item.type, item.subject, row);
  });
}
