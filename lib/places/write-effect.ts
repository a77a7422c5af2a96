import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { searchKeysOf } from "@/db/places/search-keys";
import { placeNames, placeParents, places } from "@/db/schema/places";
import { AppError } from "@/lib/errors";
import type { Effect, TreePlace } from "./rules";
import type { PlaceEvent } from "./schema";

/** Writes what an event does to the dated tree; `changed` are the standing places whose holder is another one now. */
export async function writeEffect(
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
