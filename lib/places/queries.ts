import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { withKeptPlace } from "@/db/kept-readings";
import { type PlaceLevel, places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";

export type PlaceView = {
  id: string;
  level: PlaceLevel;
  code: string | null;
  nameLo: string;
  nameEn: string;
  parentId: string | null;
  districtId: string | null;
  provinceId: string | null;
  lat: number | null;
  lng: number | null;
  validFrom: string | null;
  validTo: string | null;
  needsReview: boolean;
  reviewReasons: string[];
  source: string;
};

export const placeColumns = {
  id: places.id,
  level: places.level,
  code: places.code,
  nameLo: places.nameLo,
  nameEn: places.nameEn,
  parentId: places.parentId,
  districtId: places.districtId,
  provinceId: places.provinceId,
  lat: places.lat,
  lng: places.lng,
  validFrom: places.validFrom,
  validTo: places.validTo,
  needsReview: places.needsReview,
  reviewReasons: places.reviewReasons,
  source: places.source,
};

/** Places are readable by everyone signed in; the actor is asked for all the same, so that nobody else reads them. */
export async function placeByCode(actor: Actor, code: string): Promise<PlaceView | null> {
  const [row] = await withScope(actor.scope, (tx) =>
    tx.select(placeColumns).from(places).where(eq(places.code, code)),
  );
  return row ?? null;
}

/** By the code that stands in an address, or by its id. */
export async function placeByCodeOrId(actor: Actor, named: string): Promise<PlaceView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(named)) return placeByCode(actor, named);
  return (await placesByIds(actor, [named]))[0] ?? null;
}

/** Kept: most pages of an office begin with its districts. Places are of no district, so any change of one is seen. */
export async function placesByIds(actor: Actor, ids: readonly string[]): Promise<readonly PlaceView[]> {
  if (ids.length === 0) return [];
  const reading = { name: "placesByIds", of: ids };
  return withKeptPlace<readonly PlaceView[]>(actor.scope, reading, async (tx) => ({
    answer: await tx
      .select(placeColumns)
      .from(places)
      .where(inArray(places.id, [...ids])),
    districtIds: [],
  }));
}

export async function provincesAndDistricts(actor: Actor): Promise<PlaceView[]> {
  return withScope(actor.scope, (tx) =>
    tx
      .select(placeColumns)
      .from(places)
      .where(and(inArray(places.level, ["province", "district"]), isNull(places.validTo)))
      .orderBy(asc(places.code)),
  );
}

export type PathStep = { id: string; level: PlaceLevel; code: string | null; nameLo: string; nameEn: string };

/**
 * From the country down to the place, as the tree and the names were on that date (today's without one). A place
 * asked for a date before it was recorded answers with its first known parent and name.
 */
export async function placePath(actor: Actor, id: string, date?: string): Promise<PathStep[]> {
  return withScope(actor.scope, (tx) => pathWithin(tx, id, date));
}

export async function pathWithin(tx: Transaction, id: string, date?: string): Promise<PathStep[]> {
  const day = date ?? "9999-01-01";
  const rows = await tx.execute<PathStep & { depth: number }>(sql`
    with recursive path as (
      select ${id}::uuid as id, 0 as depth
      union all
      select step.parent_id, path.depth + 1
      from path cross join lateral (
        select pp.parent_id from place_parents pp
        where pp.child_id = path.id and (pp.valid_from is null or pp.valid_from <= ${day}::date)
        order by pp.valid_from desc nulls last limit 1
      ) step where path.depth < 8
    )
    select p.id, p.level, p.code, coalesce(n.name_lo, p.name_lo) as "nameLo", coalesce(n.name_en, p.name_en) as "nameEn",
      path.depth
    from path join places p on p.id = path.id
    left join lateral (
      select pn.name_lo, pn.name_en from place_names pn
      where pn.place_id = p.id and pn.kind = 'official' and (pn.valid_from is null or pn.valid_from <= ${day}::date)
      order by pn.valid_from desc nulls last limit 1
    ) n on true
    order by path.depth desc`);
  return rows.map(({ depth: _depth, ...step }) => step);
}

/** The district that held the village on that date, for labels and published totals; access follows today's. */
export async function districtAsOf(actor: Actor, villageId: string, date: string): Promise<PathStep | null> {
  const path = await placePath(actor, villageId, date);
  return path.findLast((step) => step.level === "district") ?? null;
}

/** The same for many villages and dates in one statement: labels of a list. Key: `${villageId} ${date}`. */
export async function districtsAsOf(
  actor: Actor,
  pairs: readonly { villageId: string; date: string }[],
): Promise<Map<string, { id: string; nameLo: string; nameEn: string }>> {
  if (pairs.length === 0) return new Map();
  const asked = JSON.stringify(pairs);
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<{ villageId: string; date: string; id: string; nameLo: string; nameEn: string }>(sql`
      with recursive asked as (
        select distinct "villageId", "date" from jsonb_to_recordset(${asked}::text::jsonb) as a("villageId" uuid, "date" date)
      ), up as (
        select "villageId", "date", "villageId" as id, 0 as depth from asked
        union all
        select up."villageId", up."date", step.parent_id, up.depth + 1
        from up cross join lateral (
          select pp.parent_id from place_parents pp
          where pp.child_id = up.id and (pp.valid_from is null or pp.valid_from <= up."date")
          order by pp.valid_from desc nulls last limit 1
        ) step where up.depth < 6
      )
      select up."villageId", up."date"::text as "date", p.id, coalesce(n.name_lo, p.name_lo) as "nameLo",
        coalesce(n.name_en, p.name_en) as "nameEn"
      from up join places p on p.id = up.id and p.level = 'district'
      left join lateral (
        select pn.name_lo, pn.name_en from place_names pn
        where pn.place_id = p.id and pn.kind = 'official' and (pn.valid_from is null or pn.valid_from <= up."date")
        order by pn.valid_from desc nulls last limit 1
      ) n on true`),
  );
  return new Map(rows.map(({ villageId, date, ...district }) => [`${villageId} ${date}`, district]));
}
