import { type Candidate, type Fields, merge, resolve, unseenCandidates } from "@/lib/changes/merge";
import type { RecordType } from "@/lib/changes/registry";
import { operationOf } from "@/lib/changes/schema";
import type { FieldDatabase } from "./database";
import { emptyLayer, type Layer, type OutboxItem, type RecordRow } from "./rows";
import type { PulledChange } from "./wire";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id that the fields name, alone or in a list. */
export function linksOf(fields: Fields): string[] {
  const named = Object.values(fields).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [
    ...new Set(named.filter((value): value is string => typeof value === "string" && uuid.test(value))),
  ];
}

/** The server's layer after one more of its changes, by the server's own merge. */
export function withPulled(layer: Layer, change: PulledChange): Layer {
  const operation = operationOf(change.kind);
  const incoming = { ...change, changeId: change.id, fields: change.fields ?? {} };
  const { state } = operation === "resolve" ? resolve(layer, incoming) : merge(layer, incoming);
  const deletedAt =
    operation === "delete" ? change.madeAt : operation === "undelete" ? null : layer.deletedAt;
  const { authorId, madeAt } = change;
  const set = Object.keys(incoming.fields).filter((name) => state.versions[name] === change.id);
  const makers = { ...layer.makers, ...Object.fromEntries(set.map((name) => [name, { authorId, madeAt }])) };
  return { ...state, deletedAt, makers };
}

/** The layer with one of this phone's own changes on top, as its author sees it. */
export function withOwn(layer: Layer, { change }: OutboxItem): Layer {
  const operation = operationOf(change.kind);
  const names = Object.keys(change.fields);
  const versions = { ...layer.versions, ...Object.fromEntries(names.map((name) => [name, change.id])) };
  const open = Object.entries(layer.conflicts).map(([name, candidates]): [string, readonly Candidate[]] =>
    operation === "resolve" && names.includes(name)
      ? [name, unseenCandidates(candidates, change.base, name)]
      : [name, candidates],
  );
  const kept = open.filter(([, candidates]) => candidates.length > 0);
  const deletedAt =
    operation === "delete" ? change.madeAt : operation === "undelete" ? null : layer.deletedAt;
  const makers = Object.entries(layer.makers ?? {}).filter(([name]) => !names.includes(name));
  return {
    fields: { ...layer.fields, ...change.fields },
    versions,
    conflicts: Object.fromEntries(kept),
    deletedAt,
    makers: Object.fromEntries(makers),
  };
}

/** Own changes of a record that the server's layer does not hold yet, oldest first. */
export async function ownChanges(db: FieldDatabase, subject: string): Promise<OutboxItem[]> {
  const items = await db.outbox.where("subject").equals(subject).sortBy("seq");
  return items.filter((item) => !item.pulled);
}

type Known = Pick<RecordRow, "place" | "server" | "district" | "generation">;

/** What is shown of a record from its two layers. */
export function shownRow(type: RecordType, id: string, known: Known, own: readonly OutboxItem[]): RecordRow {
  const shown = own.reduce(withOwn, known.server ?? emptyLayer);
  const { place, server, district, generation } = known;
  const conflicted = Object.keys(shown.conflicts).length > 0 ? 1 : 0;
  return {
    place,
    server,
    district,
    generation,
    ...shown,
    type,
    id,
    links: linksOf(shown.fields),
    conflicted,
  };
}

/** Writes what is shown of a record; one with neither layer is gone. Call inside a transaction. */
export async function showRecord(
  db: FieldDatabase,
  type: RecordType,
  id: string,
  known: Known,
): Promise<void> {
  const own = await ownChanges(db, id);
  if (!known.server && own.length === 0) await db.records.delete([type, id]);
  else await db.records.put(shownRow(type, id, known, own));
}
