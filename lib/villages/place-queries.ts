import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { compareLao } from "@/lib/i18n/lao";
import { type NamedPlace, type PlaceHead, whereaboutsOfHead } from "./place-head";

type Step = PlaceHead["path"][number] & Pick<PlaceHead, "districtId" | "provinceId" | "ended">;

/** A place by its code or id, with its path; places are no secret, what happened in them is. */
export async function headWithin(tx: Transaction, code: string): Promise<PlaceHead> {
  const id = z.uuid().safeParse(code).success ? code : null;
  const rows = await tx.execute<Step>(sql`
    with recursive up as (
      select p.*, 0 as depth from places p where ${id ? sql`p.id = ${id}::uuid` : sql`p.code = ${code}`}
      union all
      select p.*, up.depth + 1 from places p join up on p.id = up.parent_id where up.depth < 6
    )
    select id, level, code, name_lo as "nameLo", name_en as "nameEn", district_id as "districtId",
      province_id as "provinceId", valid_to::text as ended
    from up where level <> 'country' or depth = 0 order by depth desc`);
  const place = rows.at(-1);
  if (!place) throw new AppError("not_found");
  return { ...place, path: rows };
}

/** The same for somebody who may read the records there; everybody else gets `forbidden` and nothing of it. */
export async function readableHead(tx: Transaction, actor: Actor, code: string): Promise<PlaceHead> {
  const head = await headWithin(tx, code);
  requireCan(actor, "record.read", whereaboutsOfHead(head));
  return head;
}

export type PlaceBelow = NamedPlace &
  Readonly<{ level: string; workshops: number; lastWorkshop: string | null }>;
export type AreaPage = Readonly<{
  head: PlaceHead;
  codes: readonly { scheme: string; code: string; disputed: boolean }[];
  /** Villages of a district, districts of a province: those the reader may open. */
  below: readonly PlaceBelow[];
}>;

/** A district, ta saeng or province: its codes and what lies below it, as far as the reader may look. */
export async function areaWithin(tx: Transaction, actor: Actor, head: PlaceHead): Promise<AreaPage> {
  const [row] = await tx.execute<{ codes: AreaPage["codes"]; below: PlaceBelow[] }>(belowQuery(head));
  const manages = can(actor, "place.manage");
  const below = (row?.below ?? [])
    .filter((place) => manages || mayOpen(actor, head, place))
    .sort((a, b) => compareLao(a.nameLo, b.nameLo));
  if (below.length === 0 && !manages && !mayOpen(actor, head)) throw new AppError("forbidden");
  return { head, codes: row?.codes ?? [], below };
}

function mayOpen(actor: Actor, head: PlaceHead, place?: PlaceBelow): boolean {
  if (head.level === "province")
    return can(actor, "record.read", { districtId: place?.id ?? null, villageId: null });
  const villageId = place?.level === "village" ? place.id : null;
  return can(actor, "record.read", { districtId: head.districtId, villageId });
}

function belowQuery({ id, level, districtId }: PlaceHead) {
  const here =
    level === "district"
      ? sql`p.district_id = ${districtId} and p.level = 'village'`
      : sql`p.parent_id = ${id}`;
  const held = level === "province" ? sql`w.district_id = p.id` : sql`w.village_id = p.id`;
  return sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('scheme', c.scheme, 'code', c.code, 'disputed', c.disputed)
        order by c.scheme, c.code), '[]') from place_codes c where c.place_id = ${id} and c.valid_to is null) as codes,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'level', p.level, 'code', p.code, 'nameLo', p.name_lo,
          'nameEn', p.name_en, 'workshops', s.workshops, 'lastWorkshop', s.last)), '[]')
        from places p cross join lateral (
          select count(*)::int as workshops, max(w.start_date) as last from workshops w
          where ${held} and w.deleted_at is null and w.status <> 'cancelled') s
        where ${here} and p.valid_to is null) as below`;
}
