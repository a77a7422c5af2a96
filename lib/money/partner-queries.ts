import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { listOf } from "@/lib/villages/sql";
import type { Activity, Place } from "./partner-rules";

type Named = Readonly<{ nameLo: string; nameEn: string }>;
export type KeptActivity = Activity &
  Readonly<{ source: string | null; note: string | null; versions: Readonly<Record<string, string>> }>;
export type PartnerPlace = Place & Named & Readonly<{ code: string }>;
export type PartnerRegister = Readonly<{
  activities: readonly KeptActivity[];
  /** Deleted as wrongly entered, the last first; for who may write them. */
  out: readonly KeptActivity[];
  places: readonly PartnerPlace[];
  institutions: readonly (Named & Readonly<{ id: string }>)[];
}>;

const activities = sql`
  select a.id, a.institution_id as "institutionId", a.theme, a.province_id as "provinceId",
    a.in_district_id as "districtId", a.from_date as "from", a.to_date as "to", a.source, a.note,
    coalesce(s.versions, '{}') as versions
  from partner_activities a join institutions i on i.id = a.institution_id left join subjects s on s.id = a.id`;

/** Everything partners do, by whom and where; `versions` only for who may write it. */
export function partnerRegister(actor: Actor): Promise<PartnerRegister> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<PartnerRegister>(sql`
      select ${listOf(sql`${activities} where a.deleted_at is null order by i.name_en, a.theme, a.from_date, a.id`)} as activities,
        ${listOf(sql`${activities} where a.deleted_at is not null and ${can(actor, "rollout.record")}
          order by a.deleted_at desc, a.id limit 20`)} as out,
        ${listOf(sql`
          select p.id, p.code, p.level, coalesce(p.province_id, p.id) as "provinceId", p.name_lo as "nameLo", p.name_en as "nameEn"
          from places p where p.level in ('province', 'district') and p.valid_to is null order by p.code`)} as places,
        ${listOf(sql`
          select i.id, i.name_lo as "nameLo", i.name_en as "nameEn" from institutions i
          where i.deleted_at is null order by i.name_en`)} as institutions`);
    return row as PartnerRegister;
  });
}
