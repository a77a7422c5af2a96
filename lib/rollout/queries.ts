import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { workshopModules } from "@/lib/workshops/vocabularies";

type Module = (typeof workshopModules)[number];

/** Reach of one province until a date. A village counts once it has had a workshop that was held to its end. */
export type ProvinceReach = Readonly<{
  id: string;
  code: string;
  nameLo: string;
  nameEn: string;
  districtsInAll: number;
  villages: number;
  districts: number;
  workshops: number;
  /** Villages (or, for district workshops, districts) reached, by module. */
  byModule: Readonly<Partial<Record<Module, number>>>;
  firstOn: string | null;
  lastOn: string | null;
}>;

export type ReachStep = Readonly<{ month: string; villages: number; districts: number; provinces: number }>;

export type PublishedReach = Readonly<{
  id: string;
  date: string;
  dateWording: string;
  villages: number | null;
  districts: number | null;
  provinces: number | null;
  wording: string;
  source: string;
}>;

export type Reach = Readonly<{
  provinces: readonly ProvinceReach[];
  steps: readonly ReachStep[];
  published: readonly PublishedReach[];
}>;

/** Own records, per province and by month, and beside them, never merged, what was published. Three statements. */
export function reachUntil(actor: Actor, on: string): Promise<Reach> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const held = sql`
      held as (
        select w.village_id, w.district_id, d.province_id, w.module, w.start_date
        from workshops w join places d on d.id = w.district_id
        where w.status = 'done' and w.deleted_at is null and w.start_date <= ${on})`;
    const [provinces, steps, published] = await Promise.all([
      tx.execute<ProvinceReach>(sql`
        with ${held},
        modules as (
          select province_id, jsonb_object_agg(module, reached) as by_module from (
            select province_id, module, count(distinct coalesce(village_id, district_id))::int as reached
            from held group by province_id, module) m group by province_id),
        totals as (
          select province_id, count(distinct village_id)::int as villages, count(distinct district_id)::int as districts,
            count(*)::int as workshops, min(start_date) as first_on, max(start_date) as last_on
          from held group by province_id)
        select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn",
          (select count(*)::int from places d where d.level = 'district' and d.province_id = p.id and d.valid_to is null) as "districtsInAll",
          coalesce(t.villages, 0) as villages, coalesce(t.districts, 0) as districts, coalesce(t.workshops, 0) as workshops,
          coalesce(m.by_module, '{}') as "byModule", t.first_on as "firstOn", t.last_on as "lastOn"
        from places p left join totals t on t.province_id = p.id left join modules m on m.province_id = p.id
        where p.level = 'province' and p.valid_to is null
        order by p.code`),
      tx.execute<ReachStep>(sql`
        with ${held},
        firsts as (
          select 'v' as kind, date_trunc('month', min(start_date)) as month from held where village_id is not null group by village_id
          union all select 'd', date_trunc('month', min(start_date)) from held group by district_id
          union all select 'p', date_trunc('month', min(start_date)) from held group by province_id)
        select to_char(month, 'YYYY-MM') as month,
          (sum(count(*) filter (where kind = 'v')) over (order by month))::int as villages,
          (sum(count(*) filter (where kind = 'd')) over (order by month))::int as districts,
          (sum(count(*) filter (where kind = 'p')) over (order by month))::int as provinces
        from firsts group by month order by month`),
      tx.execute<PublishedReach>(sql`
        select id, date, date_wording as "dateWording", villages, districts, provinces, wording, source
        from reach_figures where deleted_at is null and date <= ${on} order by date, id`),
    ]);
    return { provinces: [...provinces], steps: [...steps], published: [...published] };
  });
}
