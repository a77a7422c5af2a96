import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { changePayloads, changes, subjects } from "@/db/schema/changes";
import type { Whereabouts } from "@/lib/access/can";
import { chainHash, digestOf } from "./digest";
import type { Conflicts, Fields, Versions } from "./merge";
import { wallOf } from "./registry";
import type { Change, ChangeStatus } from "./schema";
import { typeOf } from "./schema";

export type SubjectRow = typeof subjects.$inferSelect;

export type Known = Readonly<{
  subject: SubjectRow | null;
  /** The record exists, though perhaps where this actor does not see it. */
  exists: boolean;
  /** Digest of the change that arrived earlier under this change's id. */
  digest: string | null;
}>;

export const lockRecord = (tx: Transaction, subject: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);

/** Nobody else changes this record until the transaction ends; then, and only then, reads what is known of it. */
export async function lockSubject(tx: Transaction, { subject, id }: Change): Promise<Known> {
  await lockRecord(tx, subject);
  const [[row], [known]] = await Promise.all([
    tx.select().from(subjects).where(eq(subjects.id, subject)),
    tx.execute<{ digest: string | null; exists: boolean }>(
      sql`select change_digest(${id}) as digest, subject_exists(${subject}) as exists`,
    ),
  ]);
  return { subject: row ?? null, exists: known?.exists ?? false, digest: known?.digest ?? null };
}

export type Entry = Readonly<{
  change: Change;
  authorId: string;
  carrierId: string;
  place: Whereabouts;
  sensitive: boolean;
  status: ChangeStatus;
  subject: SubjectRow | null;
  versions: Versions;
  conflicts: Conflicts;
  before: Fields;
  after: Fields;
  deletedAt: Date | null;
}>;

/** Writes the audit: the change, its erasable payload, and the subject's new state and chain head. */
export async function appendChange(tx: Transaction, entry: Entry): Promise<void> {
  const { change, place, sensitive, subject, status } = entry;
  const digest = digestOf(change);
  const hash = chainHash(subject?.headHash ?? "", change.id, digest, status);
  const wall = wallOf(typeOf(change.kind));
  const placed = { districtId: place.districtId, villageId: place.villageId, sensitive, wall };
  const state = {
    ...placed,
    versions: { ...entry.versions },
    conflicts: entry.conflicts as Record<string, unknown[]>,
    headHash: hash,
    deletedAt: entry.deletedAt,
  };
  // Sent one after the other without waiting: one round trip instead of three.
  const head = subject
    ? tx.update(subjects).set(state).where(eq(subjects.id, subject.id))
    : tx.insert(subjects).values({ id: change.subject, type: typeOf(change.kind), ...state });
  const link = tx.insert(changes).values({
    ...placed,
    id: change.id,
    kind: change.kind,
    subjectId: change.subject,
    authorId: entry.authorId,
    carrierId: entry.carrierId,
    deviceId: change.device,
    madeAt: new Date(change.madeAt),
    status,
    digest,
    hash,
  });
  const payload = tx.insert(changePayloads).values({
    ...placed,
    changeId: change.id,
    fields: change.fields,
    before: { ...entry.before },
    after: { ...entry.after },
    base: change.base,
    why: change.why ?? null,
  });
  await Promise.all([head, link, payload]);
}
