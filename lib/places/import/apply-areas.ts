import "server-only";
import { sql } from "drizzle-orm";
import { type Applier, recordset } from "./applier";

/** Boundaries are dated: one for the same date is replaced and comes back on undo, another date stands beside it. */
export const boundaryApplier: Applier = {
  async apply(tx, rows, { source, credit, validFrom }) {
    const before = await tx.execute<{ place_id: string; previous: Record<string, unknown> }>(sql`
      select place_id, jsonb_build_object('geometry', geometry, 'source', source, 'credit', credit) as previous
      from place_boundaries where valid_from = ${validFrom} and place_id in ${rows.map((row) => row.subject)}`);
    const values = rows.map(({ subject, next }) => ({ id: subject, geometry: next.geometry }));
    await tx.execute(sql`
      insert into place_boundaries (place_id, geometry, source, credit, valid_from)
      select r.id, r.geometry, ${source}, ${credit}, ${validFrom}::date from ${recordset(values, "id uuid, geometry jsonb")}
      on conflict (place_id, valid_from) do update
        set geometry = excluded.geometry, source = excluded.source, credit = excluded.credit`);
    const previousOf = new Map(before.map((row) => [row.place_id, row.previous]));
    return rows.map(({ rowNo, subject }) => {
      const previous = previousOf.get(subject) ?? null;
      return { rowNo, subject, applied: previous ? "updated" : "created", previous };
    });
  },
  async undo(tx, rows, { validFrom }) {
    const added = rows.filter((row) => row.applied === "created").map((row) => row.subject);
    if (added.length > 0) {
      await tx.execute(
        sql`delete from place_boundaries where valid_from = ${validFrom} and place_id in ${added}`,
      );
    }
    const back = rows
      .filter((row) => row.applied === "updated")
      .map(({ subject, previous }) => ({ id: subject, ...previous }));
    await tx.execute(sql`
      update place_boundaries b set geometry = r.geometry, source = r.source, credit = r.credit
      from ${recordset(back, "id uuid, geometry jsonb, source text, credit text")}
      where b.place_id = r.id and b.valid_from = ${validFrom}`);
    return [];
  },
};

export const settlementApplier: Applier = {
  async apply(tx, rows, { source }) {
    const values = rows.map(({ subject, next }) => ({ ...next, id: subject }));
    const shape = `id uuid, "geonamesId" text, "nameLo" text, "nameEn" text, lat float8, lng float8, "districtId" uuid, "onBorder" boolean`;
    const added = await tx.execute<{ id: string }>(sql`
      insert into settlements (id, geonames_id, name_lo, name_en, lat, lng, district_id, province_id, on_border, source)
      select r.id, r."geonamesId", r."nameLo", r."nameEn", r.lat, r.lng, r."districtId", d.province_id, r."onBorder", ${source}
      from ${recordset(values, shape)} left join places d on d.id = r."districtId"
      on conflict do nothing returning id`);
    const ids = new Set(added.map((row) => row.id));
    return rows
      .filter((row) => ids.has(row.subject))
      .map(({ rowNo, subject }) => ({ rowNo, subject, applied: "created", previous: null }));
  },
  async undo(tx, rows) {
    await tx.execute(sql`delete from settlements where id in ${rows.map((row) => row.subject)}`);
    return [];
  },
};
