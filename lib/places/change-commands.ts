import "server-only";
import { inArray, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { searchKeysOf } from "@/db/places/search-keys";
import { placeChanges, placeNames, placeParents, places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { canonical } from "@/lib/changes/canonical";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { auditWithin } from "./audit";
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
  return { effect, after: changedOnly(tree, after), moved: villagesMoved(tree, after) };
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

async function writeEffect(
  tx: Transaction,
  event: PlaceEvent,
  effect: Effect,
  changed: TreePlace[],
): Promise<void> {
  await writeCreated(tx, event, effect);
  await writeRenamed(tx, event, effect);
  await closeParents(tx, event.date, [...effect.ended, ...effect.moved.map((move) => move.id)]);
  if (effect.moved.length > 0) {
    await tx
      .insert(placeParents)
      .values(effect.moved.map(({ id, parentId }) => ({ childId: id, parentId, validFrom: event.date })));
  }
  if (effect.ended.length > 0) {
    await tx
      .update(places)
      .set({ validTo: event.date, updatedAt: sql`now()` })
      .where(inArray(places.id, effect.ended));
  }
  if (changed.length > 0) {
    const rows = changed.map(({ id, parentId, districtId, provinceId }) => ({
      id,
      parentId,
      districtId,
      provinceId,
    }));
    await tx.execute(sql`
      update places p set parent_id = c."parentId", district_id = c."districtId", province_id = c."provinceId",
        updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as c(id uuid, "parentId" uuid, "districtId" uuid, "provinceId" uuid)
      where p.id = c.id`);
  }
}

async function writeCreated(
  tx: Transaction,
  { date, decree }: PlaceEvent,
  { created }: Effect,
): Promise<void> {
  if (created.length === 0) return;
  const codeOf = (place: Effect["created"][number]) => place.code || `x${place.id.slice(-8)}`;
  await tx.insert(places).values(
    created.map((place) => ({
      ...place,
      code: codeOf(place),
      lat: place.lat ?? null,
      lng: place.lng ?? null,
      validFrom: date,
      source: decree,
      searchKeys: searchKeysOf([place.nameLo, place.nameEn], [codeOf(place)]),
    })),
  );
  const named = created.map(({ id, nameLo, nameEn }) => ({ placeId: id, nameLo, nameEn }));
  await tx
    .insert(placeNames)
    .values(named.map((name) => ({ ...name, kind: "official" as const, validFrom: date, source: decree })));
  await tx
    .insert(placeParents)
    .values(
      created.flatMap(({ id, parentId }) => (parentId ? [{ childId: id, parentId, validFrom: date }] : [])),
    );
}

async function writeRenamed(
  tx: Transaction,
  { date, decree }: PlaceEvent,
  { renamed }: Effect,
): Promise<void> {
  for (const { id, nameLo, nameEn } of renamed) {
    const closed = await tx.execute<{ name_lo: string; name_en: string }>(sql`
      update place_names set valid_to = ${date} where place_id = ${id} and kind = 'official' and valid_to is null
        and (valid_from is null or valid_from < ${date}::date) returning name_lo, name_en`);
    if (closed.length === 0) throw new AppError("invalid", { reason: "before_last_change", placeId: id });
    await tx
      .insert(placeNames)
      .values({ placeId: id, nameLo, nameEn, kind: "official", validFrom: date, source: decree });
    await tx
      .update(places)
      .set({
        nameLo,
        nameEn,
        searchKeys: sql`${searchKeysOf([nameLo, nameEn])} || ' ' || search_keys`,
        updatedAt: sql`now()`,
      })
      .where(sql`id = ${id}`);
  }
}

/** History cannot be rewritten: an event must be later than the last one of every place it touches. */
async function closeParents(tx: Transaction, date: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const closed = await tx.execute<{ child_id: string }>(sql`
    update place_parents set valid_to = ${date} where child_id in ${ids} and valid_to is null
      and (valid_from is null or valid_from < ${date}::date) returning child_id`);
  const missed = ids.find((id) => !closed.some((row) => row.child_id === id));
  if (missed) throw new AppError("invalid", { reason: "before_last_change", placeId: missed });
}

type Moved = ReturnType<typeof villagesMoved>;

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
