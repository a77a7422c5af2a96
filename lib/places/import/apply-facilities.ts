import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  type Applied,
  type Applier,
  type ImportContext,
  type RowToApply,
  type RowToUndo,
  recordset,
} from "./applier";

const shape = `"rowNo" int, id uuid, type text, "nameLo" text, "nameEn" text, "districtId" uuid, "villageId" uuid, lat float8,
  lng float8, code text, dhis2 text, "from" date, source text`;

export const facilityApplier: Applier = {
  async apply(tx, rows, context) {
    const made = await create(
      tx,
      rows.filter((row) => row.outcome === "create"),
      context,
    );
    return [
      ...made,
      ...(await update(
        tx,
        rows.filter((row) => row.outcome === "update"),
        context,
      )),
    ];
  },
  async undo(tx, rows, context) {
    const kept = await remove(
      tx,
      rows.filter((row) => row.applied === "created"),
    );
    return [
      ...kept,
      ...(await restore(
        tx,
        rows.filter((row) => row.applied === "updated"),
        context,
      )),
    ];
  },
};

const flat = (
  rows: readonly { rowNo: number; subject: string }[],
  values: readonly object[],
  source: string,
) => rows.map(({ rowNo, subject }, at) => ({ ...values[at], rowNo, id: subject, source }));

async function create(
  tx: Transaction,
  rows: readonly RowToApply[],
  { source }: ImportContext,
): Promise<Applied[]> {
  if (rows.length === 0) return [];
  const added = await tx.execute<{ id: string }>(sql`
    insert into facilities (id, type, name_lo, name_en, district_id, village_id, lat, lng, code, dhis2_uid, valid_from, source)
    select r.id, r.type, r."nameLo", coalesce(r."nameEn", ''), r."districtId", r."villageId", r.lat, r.lng, r.code, r.dhis2,
      r."from", r.source
    from ${recordset(
      flat(
        rows,
        rows.map((row) => row.next),
        source,
      ),
      shape,
    )} on conflict do nothing returning id`);
  const ids = new Set(added.map((row) => row.id));
  return rows
    .filter((row) => ids.has(row.subject))
    .map(({ rowNo, subject }) => ({ rowNo, subject, applied: "created", previous: null }));
}

async function update(
  tx: Transaction,
  rows: readonly RowToApply[],
  { source }: ImportContext,
): Promise<Applied[]> {
  if (rows.length === 0) return [];
  const before = await tx.execute<{ id: string; previous: Record<string, unknown> }>(sql`
    select id, jsonb_build_object('type', type, 'nameLo', name_lo, 'nameEn', name_en, 'districtId', district_id,
      'villageId', village_id, 'lat', lat, 'lng', lng, 'code', code, 'dhis2', dhis2_uid, 'source', source) as previous
    from facilities where id in ${rows.map((row) => row.subject)}`);
  await write(
    tx,
    flat(
      rows,
      rows.map((row) => row.next),
      source,
    ),
  );
  const previousOf = new Map(before.map((row) => [row.id, row.previous]));
  return rows.map(({ rowNo, subject }) => ({
    rowNo,
    subject,
    applied: "updated",
    previous: previousOf.get(subject) ?? null,
  }));
}

const write = (tx: Transaction, values: readonly object[]) =>
  tx.execute(sql`
    update facilities f set type = coalesce(r.type, f.type), name_lo = coalesce(r."nameLo", f.name_lo),
      name_en = coalesce(r."nameEn", f.name_en), district_id = coalesce(r."districtId", f.district_id),
      village_id = coalesce(r."villageId", f.village_id), lat = coalesce(r.lat, f.lat), lng = coalesce(r.lng, f.lng),
      code = coalesce(r.code, f.code), dhis2_uid = coalesce(r.dhis2, f.dhis2_uid), source = r.source, updated_at = now()
    from ${recordset(values, shape)} where f.id = r.id`);

async function remove(tx: Transaction, rows: readonly RowToUndo[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const gone = await tx.execute<{ id: string }>(sql`
    delete from facilities f where f.id in ${rows.map((row) => row.subject)} and not facility_in_use(f.id) returning f.id`);
  const ids = new Set(gone.map((row) => row.id));
  return rows.filter((row) => !ids.has(row.subject)).map((row) => row.rowNo);
}

/** Whole rows go back, so that a value the import filled in becomes empty again. */
async function restore(
  tx: Transaction,
  rows: readonly RowToUndo[],
  { source }: ImportContext,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const back = rows.map(({ rowNo, subject, previous }) => ({ ...previous, rowNo, id: subject }));
  const done = await tx.execute<{ id: string }>(sql`
    update facilities f set type = r.type, name_lo = r."nameLo", name_en = r."nameEn", district_id = r."districtId",
      village_id = r."villageId", lat = r.lat, lng = r.lng, code = r.code, dhis2_uid = r.dhis2, source = r.source, updated_at = now()
    from ${recordset(back, shape)} where f.id = r.id and f.source = ${source} returning f.id`);
  const ids = new Set(done.map((row) => row.id));
  return rows.filter((row) => !ids.has(row.subject)).map((row) => row.rowNo);
}
