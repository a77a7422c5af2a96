import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { changes, heldChanges } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { can, type Whereabouts } from "@/lib/access/can";
import { AppError, fromPostgres, isOwnFault, isRetryable, sqlState } from "@/lib/errors";
import { log } from "@/lib/log";
import { appendChange, type Known, lockSubject, type SubjectRow } from "./append";
import { digestOf } from "./digest";
import { afterWrite } from "./effects";
import { identityOf } from "./identity";
import { alsoAt, coveredUntilMove } from "./late-work";
import { type Conflicts, type Fields, type MergeResult, merge, resolve, type Versions } from "./merge";
import { parentField, parentMissing } from "./parent";
import { parseEnvelope, parseFields } from "./parse";
import { readRecord, writeRecord } from "./records";
import { definitionOf, type RecordType, wallOf } from "./registry";
import { type Change, type ChangeAnswer, operationOf } from "./schema";
import { whereaboutsOf } from "./whereabouts";

const TRIES = 3;

/**
 * The one write path (architecture §2): authorise, parse, lock, merge, write, audit, in one short transaction.
 * Never throws for what is wrong with the change itself: the answer says so, and one bad change stops nothing else.
 * `actor` is the author; `carrierId` whoever brought it, when that is somebody else.
 */
export async function applyChange(actor: Actor, input: unknown, carrierId?: string): Promise<ChangeAnswer> {
  const id = String((input as { id?: unknown } | null)?.id ?? "");
  for (let attempt = 1; ; attempt++) {
    try {
      return await withScope(actor.scope, (tx) => applyWithin(tx, actor, input, carrierId));
    } catch (error) {
      if (isRetryable(error) && attempt < TRIES) continue;
      const known = error instanceof AppError ? error : fromPostgres(error);
      if (!known && isOwnFault(error)) {
        log.error({ change: id, code: sqlState(error) }, "a change that the database refuses");
        return { id, status: "rejected", code: "invalid" };
      }
      if (!known || known.code === "unavailable") throw error;
      return { id, status: "rejected", code: known.code, details: known.details };
    }
  }
}

/** The same inside a transaction that is already open: a command that makes several changes at once. Throws. */
export async function applyWithin(
  tx: Transaction,
  actor: Actor,
  input: unknown,
  carrierId = actor.userId,
): Promise<ChangeAnswer> {
  const { change, type } = parseEnvelope(input);
  const definition = definitionOf(type);
  if ((change.place === null) !== (definition.national === true))
    throw new AppError("invalid", { field: "place" });
  const place = await whereaboutsOf(tx, change.place);
  const verb = operationOf(change.kind) === "resolve" ? "conflict.resolve" : definition.verb;
  const authorised = { change, type, place, authorId: actor.userId, carrierId };
  if (can(actor, verb, place)) {
    if (reaches(actor, place)) return settle(tx, authorised);
    return alsoAt(tx, actor, { place, run: () => settle(tx, authorised) });
  }
  if (await arrivedBefore(tx, change)) return { id: change.id, status: "duplicate", elsewhere: true };
  if (!change.place || !(await coveredUntilMove(tx, actor, { verb, place: change.place })))
    throw new AppError("forbidden", { verb });
  const answer = await alsoAt(tx, actor, { place, run: () => settle(tx, authorised) });
  return { ...answer, elsewhere: true };
}

/** Whoever holds a right in the whole nation has no district in their scope: the place is opened for this one change. */
const reaches = ({ scope }: Actor, { districtId, villageId }: Whereabouts) =>
  districtId === null ||
  scope.districtIds.includes(districtId) ||
  (villageId !== null && scope.villageIds.includes(villageId));

/** Taken once, it stays taken, also when its writer has lost the place since. */
async function arrivedBefore(tx: Transaction, change: Change): Promise<boolean> {
  const [known] = await tx.execute<{ digest: string | null }>(
    sql`select change_digest(${change.id}) as digest`,
  );
  return known?.digest === digestOf(change);
}

type Authorised = Readonly<{
  change: Change;
  type: RecordType;
  place: Whereabouts;
  authorId: string;
  carrierId: string;
}>;

async function settle(tx: Transaction, authorised: Authorised): Promise<ChangeAnswer> {
  const { change, type } = authorised;
  const known = await lockSubject(tx, change);
  if (known.digest) return repeatedAnswer(tx, change, known.digest);
  const { subject } = known;
  refuseMisfits(authorised, known);
  const creating = subject === null && !followsAnother(change);
  const fields = parseFields(type, change.fields, creating);
  if (!subject && !creating) return hold(tx, authorised, change.subject);
  if (creating && (await parentMissing(tx, authorised, fields)))
    return hold(tx, authorised, String(fields[parentField(type)]));
  const answer = await write(tx, authorised, subject, fields);
  if (creating) await replayHeld(tx, change.subject);
  return answer;
}

/** Its author had seen the record: when it is not here yet, its creation is still on the way. */
const followsAnother = ({ kind, base }: Change) =>
  operationOf(kind) !== "record" || Object.values(base).some((seen) => seen !== null);

async function repeatedAnswer(tx: Transaction, change: Change, digest: string): Promise<ChangeAnswer> {
  if (digest !== digestOf(change)) throw new AppError("conflict", { reason: "id_reused" });
  const [known] = await tx.select({ status: changes.status }).from(changes).where(eq(changes.id, change.id));
  return {
    id: change.id,
    status: "duplicate",
    ...(known?.status === "conflict" ? { details: "conflict" } : {}),
  };
}

function refuseMisfits({ change, type, place }: Authorised, { subject, exists }: Known): void {
  const operation = operationOf(change.kind);
  if (!subject) {
    if (exists) throw new AppError("forbidden");
    return;
  }
  if (subject.type !== type) throw new AppError("invalid", { field: "subject" });
  if (subject.districtId !== place.districtId || subject.villageId !== place.villageId) {
    throw new AppError("invalid", { field: "place" });
  }
  if (operation === "record" && definitionOf(type).appendOnly)
    throw new AppError("conflict", { reason: "append_only" });
}

/** What a record is about is said by its id, once and for all. */
async function refuseOtherIdentity({ change, type }: Authorised, fields: Fields): Promise<void> {
  const identity = await identityOf(type, fields);
  if (identity && identity !== change.subject) throw new AppError("invalid", { field: "subject" });
}

async function hold(tx: Transaction, authorised: Authorised, waitsFor: string): Promise<ChangeAnswer> {
  const { change, type, place, authorId, carrierId } = authorised;
  const row = {
    id: change.id,
    ...place,
    sensitive: isSensitive(change.fields),
    wall: wallOf(type),
    waitsFor,
    authorId,
    carrierId,
    change,
  };
  const [held] = await tx.insert(heldChanges).values(row).onConflictDoNothing().returning();
  if (!held) await refuseOtherContent(tx, change);
  return { id: change.id, status: "held" };
}

async function refuseOtherContent(tx: Transaction, change: Change): Promise<void> {
  const [held] = await tx.select().from(heldChanges).where(eq(heldChanges.id, change.id));
  if (!held || digestOf(held.change as Change) !== digestOf(change))
    throw new AppError("conflict", { reason: "id_reused" });
}

async function replayHeld(tx: Transaction, arrived: string): Promise<void> {
  const waiting = await tx
    .select()
    .from(heldChanges)
    .where(eq(heldChanges.waitsFor, arrived))
    .orderBy(heldChanges.receivedAt);
  for (const row of waiting) {
    const { change, type } = parseEnvelope(row.change);
    const { districtId, villageId, authorId, carrierId } = row;
    // A savepoint: a held change that turns out wrong stays held and does not undo the one that called it.
    const settled = await tx
      .transaction((inner) =>
        settle(inner, { change, type, place: { districtId, villageId }, authorId, carrierId }),
      )
      .catch(() => null);
    if (settled && settled.status !== "held") await tx.delete(heldChanges).where(eq(heldChanges.id, row.id));
  }
}

const isSensitive = (fields: Fields | null) => fields?.sensitive === true;

function mergeInto(
  subject: SubjectRow | null,
  current: Fields,
  { change, authorId }: Authorised,
  fields: Fields,
): MergeResult {
  const state = {
    fields: current,
    versions: (subject?.versions ?? {}) as Versions,
    conflicts: (subject?.conflicts ?? {}) as Conflicts,
  };
  const incoming = { changeId: change.id, authorId, madeAt: change.madeAt, fields, base: change.base };
  return operationOf(change.kind) === "resolve" ? resolve(state, incoming) : merge(state, incoming);
}

async function write(
  tx: Transaction,
  authorised: Authorised,
  subject: SubjectRow | null,
  fields: Fields,
): Promise<ChangeAnswer> {
  const { change, type, place, authorId } = authorised;
  const current = subject ? ((await readRecord(tx, type, change.subject)) ?? {}) : {};
  const result = mergeInto(subject, current, authorised, fields);
  await refuseOtherIdentity(authorised, result.state.fields);
  const operation = operationOf(change.kind);
  const deletedAt =
    operation === "delete"
      ? new Date(change.madeAt)
      : operation === "undelete"
        ? null
        : (subject?.deletedAt ?? null);
  const sensitive = isSensitive(result.state.fields);
  if (sensitive && subject && !subject.sensitive)
    await tx.execute(sql`select mark_sensitive(${change.subject})`);

  const exists = subject !== null;
  const status = result.conflicting.length > 0 ? "conflict" : result.merged ? "merged" : "accepted";
  const { versions, conflicts } = result.state;
  const row = { type, subject: change.subject, place, authorId, fields: result.applied, exists, deletedAt };
  const entry = {
    ...authorised,
    status,
    subject,
    versions,
    conflicts,
    deletedAt,
    sensitive: sensitive || (subject?.sensitive ?? false) || definitionOf(type).personal === true,
    before: result.before,
    after: result.applied,
  } as const;
  await Promise.all([writeRecord(tx, row), appendChange(tx, entry)]);
  await afterWrite(tx, { type, operation, subject: change.subject, fields: result.state.fields });
  return {
    id: change.id,
    status,
    ...(result.conflicting.length > 0 ? { conflicts: result.conflicting } : {}),
  };
}
