import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { searchKeysOf } from "@/db/places/search-keys";
import {
  type Applied,
  type Applier,
  type ImportContext,
  type RowToApply,
  type RowToUndo,
  recordset,
} from "./applier";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

export const villageApplier: Applier = {
  async apply(tx, rows, context) {
    const made = await create(
      tx,
      rows.filter((row) => row.outcome === "create"),
      context,
    );
    const changed = await update(
      tx,
      rows.filter((row) => row.outcome === "update"),
      context,
    );
    return [...made, ...changed];
  },
  async undo(tx, rows) {
    const kept = await remove(
      tx,
      rows.filter((row) => row.applied === "created"),
    );
    return [
      ...kept,
      ...(await restore(
        tx,
        rows.filter((row) => row.applied === "updated"),
      )),
    ];
  },
};

async function create(
  tx: Transaction,
  rows: readonly RowToApply[],
  { source }: ImportContext,
): Promise<Applied[]> {
  if (rows.length === 0) return [];
  const places = rows.map(({ rowNo, subject, next }) => {
    const names = [String(next.nameLo), text(next.nameEn) ?? ""];
    const code = text(next.code7) ?? `i${subject.slice(-8)}`;
    return { ...next, rowNo, id: subject, code, nameEn: names[1], keys: searchKeysOf(names, [code]), source };
  });
  const shape = `"rowNo" int, id uuid, code text, "nameLo" text, "nameEn" text, keys text, source text, code7 text,
    "districtId" uuid, lat float8, lng float8`;
  const added = await tx.execute<{ id: string }>(sql`
    insert into places (id, level, parent_id, district_id, province_id, name_lo, name_en, search_keys, code, lat, lng, source)
    select r.id, 'village', d.id, d.id, d.province_id, r."nameLo", r."nameEn", r.keys, r.code, r.lat, r.lng, r.source
    from ${recordset(places, shape)} join places d on d.id = r."districtId"
    on conflict do nothing returning id`);
  const ids = new Set(added.map((row) => row.id));
  const fresh = places.filter((place) => ids.has(place.id));
  await tx.execute(sql`
    insert into place_parents (child_id, parent_id) select r.id, r."districtId" from ${recordset(fresh, shape)}`);
  await tx.execute(sql`
    insert into place_names (place_id, name_lo, name_en, kind, source)
    select r.id, r."nameLo", r."nameEn", 'official', r.source from ${recordset(fresh, shape)} on conflict do nothing`);
  await tx.execute(sql`
    insert into place_codes (place_id, scheme, code)
    select r.id, 'official7', r.code7 from ${recordset(fresh, shape)} where r.code7 is not null on conflict do nothing`);
  return fresh.map(({ rowNo, id }) => ({ rowNo, subject: id, applied: "created", previous: null }));
}

async function update(
  tx: Transaction,
  rows: readonly RowToApply[],
  { source }: ImportContext,
): Promise<Applied[]> {
  if (rows.length === 0) return [];
  const changes = rows.map(({ rowNo, subject, next, alias }) => {
    const { code7, nameEn, lat, lng } = next;
    return {
      rowNo,
      id: subject,
      code7,
      nameEn,
      lat,
      lng,
      alias,
      source,
      keys: searchKeysOf([alias ?? "", text(nameEn) ?? ""]),
    };
  });
  const shape = `"rowNo" int, id uuid, code7 text, "nameEn" text, lat float8, lng float8, alias text, source text, keys text`;
  const before = await tx.execute<{ id: string; previous: Record<string, unknown> }>(sql`
    select p.id, jsonb_build_object('nameEn', p.name_en, 'lat', p.lat, 'lng', p.lng, 'searchKeys', p.search_keys) as previous
    from places p where p.id in ${changes.map((change) => change.id)}`);
  await tx.execute(sql`
    update places p set name_en = coalesce(r."nameEn", p.name_en), lat = coalesce(r.lat, p.lat), lng = coalesce(r.lng, p.lng),
      search_keys = trim(p.search_keys || ' ' || r.keys), updated_at = now()
    from ${recordset(changes, shape)} where p.id = r.id`);
  await tx.execute(sql`
    insert into place_codes (place_id, scheme, code)
    select r.id, 'official7', r.code7 from ${recordset(changes, shape)} where r.code7 is not null on conflict do nothing`);
  await tx.execute(sql`
    insert into place_names (place_id, name_lo, kind, source)
    select r.id, r.alias, 'alias', r.source from ${recordset(changes, shape)} where r.alias is not null on conflict do nothing`);
  const previousOf = new Map(before.map((row) => [row.id, row.previous]));
  return changes.map(({ rowNo, id }) => ({
    rowNo,
    subject: id,
    applied: "updated",
    previous: previousOf.get(id) ?? null,
  }));
}

/** A village that has records, a facility or a catchment by now stays; it can be abolished by decree, not by undo. */
async function remove(tx: Transaction, rows: readonly RowToUndo[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const ids = `{${rows.map((row) => row.subject).join(",")}}`;
  const free = await tx.execute<{ id: string }>(sql`
    select p.id from places p where p.id = any(${ids}::uuid[]) and not village_in_use(p.id)`);
  const gone = new Set(free.map((row) => row.id));
  const list = `{${[...gone].join(",")}}`;
  await tx.execute(sql`delete from place_codes where place_id = any(${list}::uuid[])`);
  await tx.execute(sql`delete from place_names where place_id = any(${list}::uuid[])`);
  await tx.execute(sql`delete from place_parents where child_id = any(${list}::uuid[])`);
  await tx.execute(sql`delete from places where id = any(${list}::uuid[])`);
  return rows.filter((row) => !gone.has(row.subject)).map((row) => row.rowNo);
}

/** Puts back what the import replaced, where it still stands as the import left it. */
async function restore(tx: Transaction, rows: readonly RowToUndo[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const back = rows.map(({ rowNo, subject, next, previous }) => ({
    rowNo,
    id: subject,
    code7: next.code7 ?? null,
    ...previous,
    newEn: next.nameEn ?? null,
    newLat: next.lat ?? null,
    newLng: next.lng ?? null,
  }));
  const shape = `"rowNo" int, id uuid, code7 text, "nameEn" text, lat float8, lng float8, "searchKeys" text,
    "newEn" text, "newLat" float8, "newLng" float8`;
  const done = await tx.execute<{ rowNo: number }>(sql`
    update places p set name_en = r."nameEn", lat = r.lat, lng = r.lng, search_keys = r."searchKeys", updated_at = now()
    from ${recordset(back, shape)}
    where p.id = r.id and p.name_en = coalesce(r."newEn", p.name_en)
      and (r."newLat" is null or (p.lat = r."newLat" and p.lng = r."newLng"))
    returning r."rowNo"`);
  await tx.execute(sql`
    delete from place_codes c using ${recordset(back, shape)} where c.place_id = r.id and c.scheme = 'official7' and c.code = r.code7`);
  const restored = new Set(done.map((row) => row.rowNo));
  return rows.filter((row) => !restored.has(row.rowNo)).map((row) => row.rowNo);
}
