import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { ChangeEventKind } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";

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

/** Changes of the tree, the latest first: all of them, or those that touched one place. */
export const changeRows = (placeId?: string) => {
  const named = placeId && JSON.stringify([placeId]);
  const touching = named
    ? sql`where x.from_ids @> ${named}::text::jsonb or x.to_ids @> ${named}::text::jsonb`
    : sql``;
  return sql`select x.id, x.date, x.kind, x.decree, x.note,
      (select display_name from person_labels(array[x.recorded_by])) as by
    from place_changes x ${touching} order by x.date desc, x.recorded_at desc limit 20`;
};

export async function recentPlaceChanges(actor: Actor): Promise<PlaceChangeView[]> {
  requireCan(actor, "place.manage");
  return [...(await withScope(actor.scope, (tx) => tx.execute<PlaceChangeView>(changeRows())))];
}
