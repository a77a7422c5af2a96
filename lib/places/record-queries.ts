import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { type CodeScheme, type NameKind, places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { compareLao } from "@/lib/i18n/lao";
import { listOf } from "@/lib/villages/sql";
import { changeRows, type PlaceChangeView } from "./admin-queries";
import { type PathStep, type PlaceView, pathWithin, placeColumns } from "./queries";

type Dated = Readonly<{ validFrom: string | null; validTo: string | null }>;
export type PlaceRecord = Readonly<{
  place: PlaceView;
  path: readonly PathStep[];
  names: readonly (Dated & {
    id: string;
    kind: NameKind;
    nameLo: string;
    nameEn: string;
    source: string;
  })[];
  codes: readonly (Dated & { scheme: CodeScheme; code: string; disputed: boolean; note: string })[];
  parents: readonly (Dated & { nameLo: string; nameEn: string; code: string | null })[];
  children: readonly PlaceView[];
  changes: readonly PlaceChangeView[];
}>;

/** Everything known of one place: its names, codes and holders with their dates, what it holds, what became of it. */
export async function placeRecord(actor: Actor, code: string): Promise<PlaceRecord | null> {
  requireCan(actor, "place.manage");
  return withScope(actor.scope, async (tx) => {
    const [place] = await tx.select(placeColumns).from(places).where(eq(places.code, code));
    if (!place) return null;
    const [path, [known]] = await Promise.all([
      pathWithin(tx, place.id),
      tx.execute<Omit<PlaceRecord, "place" | "path">>(sql`
        select
          ${listOf(sql`select n.id, n.kind, n.name_lo as "nameLo", n.name_en as "nameEn", n.source, n.valid_from as "validFrom",
            n.valid_to as "validTo" from place_names n where n.place_id = ${place.id} order by n.kind, n.valid_from desc`)} as names,
          ${listOf(sql`select c.scheme, c.code, c.disputed, c.note, c.valid_from as "validFrom", c.valid_to as "validTo"
            from place_codes c where c.place_id = ${place.id} order by c.scheme`)} as codes,
          ${listOf(sql`select p.name_lo as "nameLo", p.name_en as "nameEn", p.code, pp.valid_from as "validFrom",
            pp.valid_to as "validTo" from place_parents pp join places p on p.id = pp.parent_id
            where pp.child_id = ${place.id} order by pp.valid_from desc nulls last`)} as parents,
          ${listOf(standingPlaces(sql`p.parent_id = ${place.id}`))} as children,
          ${listOf(changeRows(place.id))} as changes`),
    ]);
    const { children = [], ...rest } = known as NonNullable<typeof known>;
    return { place, path, ...rest, children: inDictionaryOrder(children) };
  });
}

const standingPlaces = (which: SQL) => sql`
  select p.id, p.level, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", p.parent_id as "parentId",
    p.district_id as "districtId", p.province_id as "provinceId", p.lat, p.lng, p.valid_from as "validFrom",
    p.valid_to as "validTo", p.needs_review as "needsReview", p.review_reasons as "reviewReasons", p.source
  from places p where p.valid_to is null and ${which} order by p.code`;

const inDictionaryOrder = <T extends { nameLo: string }>(list: readonly T[]) =>
  list.toSorted((a, b) => compareLao(a.nameLo, b.nameLo));

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
export type PlaceSurroundings = Readonly<{
  place: PlaceView;
  path: readonly PathStep[];
  /** Standing places of the same level under the same holder: what this one can be merged with. */
  siblings: readonly Named[];
  children: readonly Named[];
  /** Where it may hang: districts and what lies between, for a village; provinces for a district. */
  holders: readonly (Named & { inLo: string | null; inEn: string | null })[];
}>;

/** What a change of the tree is chosen from. */
export async function placeSurroundings(actor: Actor, code: string): Promise<PlaceSurroundings | null> {
  requireCan(actor, "place.manage");
  return withScope(actor.scope, async (tx) => {
    const [place] = await tx.select(placeColumns).from(places).where(eq(places.code, code));
    if (!place) return null;
    const beside = sql`p.parent_id = ${place.parentId} and p.level = ${place.level} and p.id <> ${place.id}`;
    const [path, [known]] = await Promise.all([
      pathWithin(tx, place.id),
      tx.execute<Pick<PlaceSurroundings, "siblings" | "children" | "holders">>(sql`
        select ${listOf(standingPlaces(beside))} as siblings,
          ${listOf(standingPlaces(sql`p.parent_id = ${place.id}`))} as children,
          ${listOf(sql`select p.id, p.name_lo as "nameLo", p.name_en as "nameEn", h.name_lo as "inLo", h.name_en as "inEn"
            from places p left join places h on h.id = p.parent_id
            where p.level = any(${sql.param(`{${holderLevels(place.level).join(",")}}`)}::text[]) and p.valid_to is null
            order by h.code, p.code`)} as holders`),
    ]);
    const found = known as NonNullable<typeof known>;
    return { place, path, ...found, children: inDictionaryOrder(found.children) };
  });
}

function holderLevels(level: string): string[] {
  if (level === "district") return ["province"];
  return level === "village" ? ["district", "taseng", "kumban"] : ["district"];
}
