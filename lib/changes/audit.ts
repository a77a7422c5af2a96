import "server-only";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import type { Whereabouts } from "@/lib/access/can";
import { now } from "@/lib/clock";
import { appendChange, lockSubject } from "./append";

type Audited = Readonly<{
  /** Of the change; the same id again is the same command sent again. */
  id: string;
  kind:
    | "placeChange.record"
    | "catchment.record"
    | "import.record"
    | "import.undo"
    | "category.record"
    | "valueImport.record"
    | "valueImport.delete"
    | "externalId.record"
    | "externalId.delete"
    | "valuePull.record";
  subject: string;
  place: Whereabouts;
  fields: Record<string, unknown>;
  before?: Record<string, unknown>;
  why?: string;
}>;

/** Writes a command that works on many rows at once into the one audit, as one change (architecture §2). */
export async function auditWithin(tx: Transaction, actor: Actor, entry: Audited): Promise<void> {
  const { id, kind, subject, fields, place } = entry;
  const madeAt = now().toISOString();
  const placeId = place.villageId ?? place.districtId;
  const change = {
    id,
    kind,
    subject,
    place: placeId,
    fields,
    base: {},
    madeAt,
    device: null,
    why: entry.why ?? null,
  };
  const { subject: row } = await lockSubject(tx, change);
  await appendChange(tx, {
    change,
    authorId: actor.userId,
    carrierId: actor.userId,
    place,
    sensitive: false,
    status: "accepted",
    subject: row,
    versions: {},
    conflicts: {},
    before: entry.before ?? {},
    after: fields,
    deletedAt: null,
  });
}
