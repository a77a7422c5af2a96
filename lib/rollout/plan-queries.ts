import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { planLines } from "@/lib/counts/stage-sql";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";
import type { SheetInstitution } from "./plan-sheet";
import type { RolloutItem } from "./schema";
import { reviewedPlaces } from "./whose";

export type PlanLine = Readonly<{
  id: string;
  districtId: string;
  districtCode: string;
  districtLo: string;
  districtEn: string;
  villageId: string | null;
  villageCode: string | null;
  villageLo: string | null;
  villageEn: string | null;
  year: number;
  module: RolloutItem["module"];
  level: RolloutItem["level"];
  plannedDate: string;
  funding: "own" | "partner" | null;
  funderId: string | null;
  costKip: number | null;
  facilitators: readonly string[] | null;
  note: string | null;
  /** Of the workshop that carried it out. */
  heldOn: string | null;
  spentKip: number | null;
  versions: Readonly<Record<string, string>>;
}>;

type Named = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
export type PlanPlaces = readonly (Named &
  Readonly<{ provinceId: string; lines: number; province: Named }>)[];

/** The districts whose plan somebody reviews, each with the lines it has of the year. */
export function planPlaces(actor: Actor, year: number): Promise<PlanPlaces> {
  requireCan(actor, "rollout.read");
  const own = reviewedPlaces(actor);
  const ids = own && `{${own.join(",")}}`;
  return withScope(actor.scope, async (tx) => [
    ...(await tx.execute<PlanPlaces[number]>(sql`
      with counted as (
        select district_id, count(*)::int as lines from rollout_items where year = ${year} and deleted_at is null group by 1)
      select d.id, d.code, d.name_lo as "nameLo", d.name_en as "nameEn", d.province_id as "provinceId",
        coalesce(c.lines, 0) as lines,
        jsonb_build_object('id', p.id, 'code', p.code, 'nameLo', p.name_lo, 'nameEn', p.name_en) as province
      from places d join places p on p.id = d.province_id left join counted c on c.district_id = d.id
      where d.level = 'district' and d.valid_to is null and ${ids === null ? sql`true` : sql`d.id = any(${ids}::uuid[])`}
      order by d.code`)),
  ]);
}

export type PlanOfPlace = Readonly<{
  lines: readonly PlanLine[];
  institutions: readonly SheetInstitution[];
  /** Districts and villages in which a line may be. */
  places: readonly (Named & Readonly<{ code: string | null; village: boolean; districtId: string }>)[];
}>;
type Asked = Readonly<{ year: number; within: string; on: string }>;

/** Every line of a province or district in a year, with what became of it. One statement. */
export function planOfPlace(actor: Actor, asked: Asked): Promise<PlanOfPlace> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, (tx) => planWithin(tx, actor, asked));
}

export async function planWithin(tx: Transaction, actor: Actor, asked: Asked): Promise<PlanOfPlace> {
  const plan = { ...asked, module: null, districtIds: reviewedPlaces(actor) };
  const [row] = await tx.execute<PlanOfPlace & { mine: boolean }>(sql`
    with ${planLines(plan)}
    select exists (select 1 from asked_districts) as mine,
      ${listOf(sql`
        select l.id, l.district_id as "districtId", d.code as "districtCode", d.name_lo as "districtLo", d.name_en as "districtEn",
          l.village_id as "villageId", v.code as "villageCode", v.name_lo as "villageLo", v.name_en as "villageEn",
          ${asked.year}::int as year, l.module, l.level, l.planned_date as "plannedDate", l.funding, l.funder_id as "funderId",
          l.cost_kip as "costKip", l.facilitators, l.note, l.held_on as "heldOn", l.spent_kip as "spentKip", s.versions
        from lines l join asked_districts d on d.id = l.district_id join subjects s on s.id = l.id
          left join places v on v.id = l.village_id
        order by d.code, array_position(array['province', 'district', 'hc', 'village'], l.level), l.planned_date, v.name_lo, l.id`)} as lines,
      ${listOf(sql`select id, name_lo as "nameLo", name_en as "nameEn" from institutions
        where deleted_at is null order by name_en, id`)} as institutions,
      ${listOf(sql`
        select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", p.level = 'village' as village, p.district_id as "districtId"
        from places p join asked_districts d on d.id = p.district_id
        where p.level in ('district', 'village') and p.valid_to is null order by p.level, p.name_lo, p.id`)} as places`);
  if (!row?.mine) throw new AppError("forbidden");
  return { lines: row.lines, institutions: row.institutions, places: row.places };
}
