import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { type ChangeEventKind, placeChanges, placeCodes, placeNames, places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { placeColumns } from "./queries";

export type PlaceTotals = {
  provinces: number;
  districts: number;
  villages: number;
  review: number;
  boundaries: number;
};

export async function placeTotals(actor: Actor): Promise<PlaceTotals> {
  requireCan(actor, "place.manage");
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<PlaceTotals>(sql`
      select count(*) filter (where level = 'province')::int as provinces,
        count(*) filter (where level = 'district')::int as districts,
        count(*) filter (where level = 'village')::int as villages,
        count(*) filter (where needs_review)::int as review,
        (select count(distinct place_id)::int from place_boundaries) as boundaries
      from places where valid_to is null`),
  );
  return row ?? { provinces: 0, districts: 0, villages: 0, review: 0, boundaries: 0 };
}

const reviewPage = 50;
export type ReviewRow = {
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  reasons: string[];
  inLo: string;
  inEn: string;
};

/** Places whose source gave reason to doubt, by district; `page` starts at 0. */
export async function placesToReview(actor: Actor, page: number): Promise<ReviewRow[]> {
  requireCan(actor, "place.manage");
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<ReviewRow>(sql`
      select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", p.review_reasons as reasons,
        d.name_lo as "inLo", d.name_en as "inEn"
      from places p left join places d on d.id = case when p.level = 'village' then p.district_id else p.province_id end
      where p.needs_review and p.valid_to is null
      order by p.level <> 'village' desc, d.code, p.code limit ${reviewPage} offset ${Math.max(0, page) * reviewPage}`),
  );
  return [...rows];
}

export type PlaceChangeView = {
  id: string;
  date: string;
  kind: ChangeEventKind;
  decree: string;
  note: string;
  by: string | null;
};

export async function recentPlaceChanges(actor: Actor, placeId?: string): Promise<PlaceChangeView[]> {
  requireCan(actor, "place.manage");
  const touching = placeId
    ? sql`${placeChanges.fromIds} @> ${JSON.stringify([placeId])}::text::jsonb or ${placeChanges.toIds} @> ${JSON.stringify([placeId])}::text::jsonb`
    : undefined;
  return withScope(actor.scope, (tx) =>
    tx
      .select({
        id: placeChanges.id,
        date: placeChanges.date,
        kind: placeChanges.kind,
        decree: placeChanges.decree,
        note: placeChanges.note,
        by: sql<string | null>`(select display_name from person_labels(array[${placeChanges.recordedBy}]))`,
      })
      .from(placeChanges)
      .where(touching)
      .orderBy(desc(placeChanges.date), desc(placeChanges.recordedAt))
      .limit(20),
  );
}

export type PlaceRecord = Awaited<ReturnType<typeof placeRecord>>;

/** Everything known of one place: its names, codes and holders with their dates. */
export async function placeRecord(actor: Actor, code: string) {
  requireCan(actor, "place.manage");
  return withScope(actor.scope, async (tx) => {
    const [place] = await tx.select(placeColumns).from(places).where(eq(places.code, code));
    if (!place) return null;
    const [names, codes, parents] = await Promise.all([
      tx
        .select()
        .from(placeNames)
        .where(eq(placeNames.placeId, place.id))
        .orderBy(asc(placeNames.kind), desc(placeNames.validFrom)),
      tx.select().from(placeCodes).where(eq(placeCodes.placeId, place.id)).orderBy(asc(placeCodes.scheme)),
      tx.execute<{
        nameLo: string;
        nameEn: string;
        code: string | null;
        validFrom: string | null;
        validTo: string | null;
      }>(sql`
        select p.name_lo as "nameLo", p.name_en as "nameEn", p.code, pp.valid_from::text as "validFrom", pp.valid_to::text as "validTo"
        from place_parents pp join places p on p.id = pp.parent_id where pp.child_id = ${place.id}
        order by pp.valid_from desc nulls last`),
    ]);
    return { place, names, codes, parents: [...parents] };
  });
}

/** Standing places of the same level under the same holder: what this one can be merged with. */
export async function siblingsOf(
  actor: Actor,
  place: { id: string; level: string; parentId: string | null },
) {
  requireCan(actor, "place.manage");
  return withScope(actor.scope, (tx) =>
    tx
      .select(placeColumns)
      .from(places)
      .where(
        and(
          sql`${places.parentId} = ${place.parentId} and ${places.level} = ${place.level} and ${places.id} <> ${place.id}`,
          sql`${places.validTo} is null`,
        ),
      )
      .orderBy(asc(places.code)),
  );
}

/** Where a place may hang: districts and what lies between, for a village; provinces for a district. */
export async function holdersFor(
  actor: Actor,
  level: string,
): Promise<
  { id: string; level: string; nameLo: string; nameEn: string; inLo: string | null; inEn: string | null }[]
> {
  requireCan(actor, "place.manage");
  const levels =
    level === "district"
      ? ["province"]
      : level === "village"
        ? ["district", "taseng", "kumban"]
        : ["district"];
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<{
      id: string;
      level: string;
      nameLo: string;
      nameEn: string;
      inLo: string | null;
      inEn: string | null;
    }>(sql`
      select p.id, p.level, p.name_lo as "nameLo", p.name_en as "nameEn", h.name_lo as "inLo", h.name_en as "inEn"
      from places p left join places h on h.id = p.parent_id
      where p.level in ${levels} and p.valid_to is null order by h.code, p.code`),
  );
  return [...rows];
}
