import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { placeChanges, placeMoves, places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { canonical } from "@/lib/changes/canonical";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import {
  type Effect,
  effectOf,
  PlaceRuleError,
  type Tree,
  type TreePlace,
  treeAfter,
  villagesMoved,
} from "./rules";
import { PlaceEvent } from "./schema";
import { writeEffect } from "./write-effect";

export type ChangeOutcome = Effect & { villages: number; records: number; repeated: boolean };

/** Says what an event would do, without doing it: the sentence a person confirms. */
export async function previewPlaceChange(actor: Actor, input: unknown): Promise<ChangeOutcome> {
  requireCan(actor, "place.manage");
  const event = parse(input);
  return withScope(actor.scope, async (tx) => {
    const { effect, moved } = await planned(tx, event);
    const ids = `{${moved.map((village) => village.id).join(",")}}`;
    const [row] = await tx.execute<{ records: number }>(
      sql`select count_village_records(${ids}::uuid[])::int as records`,
    );
    return { ...effect, villages: moved.length, records: row?.records ?? 0, repeated: false };
  });
}

/**
 * Changes the tree from a date on, by a decree; the records of villages that come to another district move with them in
 * the same transaction. The same event again changes nothing.
 */
export async function applyPlaceChange(actor: Actor, input: unknown): Promise<ChangeOutcome> {
  requireCan(actor, "place.manage");
  const event = parse(input);
  return withScope(actor.scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('places.tree', 0))`);
    const repeated = await repeatedOutcome(tx, event);
    if (repeated) return repeated;
    const { effect, after, moved } = await planned(tx, event);
    await writeEffect(tx, event, effect, after);
    await rememberMoves(tx, moved, effect);
    const records = await moveRecords(tx, moved, effect);
    const outcome = { ...effect, villages: moved.length, records, repeated: false };
    await record(tx, actor, event, outcome);
    return outcome;
  });
}

function parse(input: unknown): PlaceEvent {
  const parsed = PlaceEvent.safeParse(input);
  if (!parsed.success)
    throw new AppError("invalid", { fields: parsed.error.issues.map((issue) => issue.path.join(".")) });
  return parsed.data;
}

async function repeatedOutcome(tx: Transaction, event: PlaceEvent): Promise<ChangeOutcome | null> {
  const [known] = await tx.select().from(placeChanges).where(sql`${placeChanges.id} = ${event.id}`);
  if (!known) return null;
  const { event: earlier, outcome } = known.effect as { event: unknown; outcome: ChangeOutcome };
  if (canonical(earlier) !== canonical(event)) throw new AppError("conflict", { reason: "id_reused" });
  return { ...outcome, repeated: true };
}

async function loadTree(tx: Transaction): Promise<Tree> {
  const rows = await tx
    .select({
      id: places.id,
      level: places.level,
      parentId: places.parentId,
      districtId: places.districtId,
      provinceId: places.provinceId,
      validFrom: places.validFrom,
      validTo: places.validTo,
    })
    .from(places);
  return new Map(rows.map((row) => [row.id, row]));
}

async function planned(tx: Transaction, event: PlaceEvent) {
  const tree = await loadTree(tx);
  const effect = refusing(() => effectOf(event, tree, today()));
  const after = treeAfter(tree, effect);
  const moved = villagesMoved(tree, after).map((village) => ({
    ...village,
    from: tree.get(village.id)?.districtId ?? village.districtId,
  }));
  return { effect, after: changedOnly(tree, after), moved };
}

function refusing<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof PlaceRuleError)
      throw new AppError("invalid", { reason: error.reason, placeId: error.placeId });
    throw error;
  }
}

const position = (place: TreePlace) => canonical([place.parentId, place.districtId, place.provinceId]);

function changedOnly(tree: Tree, after: Tree): TreePlace[] {
  return [...after.values()].filter((place) => {
    const before = tree.get(place.id);
    return before !== undefined && position(before) !== position(place);
  });
}

type Moved = readonly { id: string; districtId: string; from: string }[];

/** Remembered, so that what was written offline before still arrives (docs/decisions/0006). */
async function rememberMoves(tx: Transaction, moved: Moved, { successors, ended }: Effect): Promise<void> {
  const villages = moved.map(({ id, districtId, from }) => ({
    placeId: id,
    fromDistrictId: from,
    toDistrictId: districtId,
  }));
  const merged = successors.filter(({ from }) => ended.includes(from));
  const ids = merged.flatMap(({ from, to }) => [from, to]);
  const districts = ids.length
    ? await tx.select({ id: places.id }).from(places).where(sql`id in ${ids} and level = 'district'`)
    : [];
  const isDistrict = (id: string) => districts.some((district) => district.id === id);
  const rows = merged
    .filter(({ from, to }) => isDistrict(from) && isDistrict(to))
    .map(({ from, to }) => ({ placeId: from, fromDistrictId: from, toDistrictId: to }));
  if (villages.length + rows.length > 0) await tx.insert(placeMoves).values([...villages, ...rows]);
}

async function moveRecords(tx: Transaction, moved: Moved, { successors }: Effect): Promise<number> {
  const [villages] = await tx.execute<{ records: number }>(sql`
    select coalesce(sum(move_village_records(m.id, m."districtId")), 0)::int as records
    from jsonb_to_recordset(${JSON.stringify(moved)}::text::jsonb) as m(id uuid, "districtId" uuid)`);
  const [districts] = await tx.execute<{ records: number }>(sql`
    select coalesce(sum(move_district_records(s."from", s."to")), 0)::int as records
    from jsonb_to_recordset(${JSON.stringify(successors)}::text::jsonb) as s("from" uuid, "to" uuid)
    join places p on p.id = s."from" and p.level = 'district'`);
  return (villages?.records ?? 0) + (districts?.records ?? 0);
}

async function record(
  tx: Transaction,
  actor: Actor,
  event: PlaceEvent,
  outcome: ChangeOutcome,
): Promise<void> {
  await tx.insert(placeChanges).values({
    id: event.id,
    date: event.date,
    kind: event.kind,
    fromIds: fromIdsOf(event),
    toIds: toIdsOf(event),
    decree: event.decree,
    note: event.note,
    effect: { event, outcome },
    recordedBy: actor.userId,
  });
  const place = { districtId: null, villageId: null };
  await auditWithin(tx, actor, {
    id: event.id,
    kind: "placeChange.record",
    subject: event.id,
    place,
    fields: event,
    why: event.decree,
  });
}

function fromIdsOf(event: PlaceEvent): string[] {
  if (event.kind === "merge") return event.fromIds;
  if (event.kind === "split") return [event.fromId];
  if (event.kind === "reparent") return event.placeIds;
  return event.kind === "create" ? [] : [event.placeId];
}

function toIdsOf(event: PlaceEvent): string[] {
  if (event.kind === "create") return [event.place.id];
  if (event.kind === "merge") return [typeof event.into === "string" ? event.into : event.into.id];
  if (event.kind === "split") return event.parts.map((part) => part.id);
  if (event.kind === "reparent") return [event.parentId];
  return event.kind === "rename" ? [event.placeId] : [];
}
