import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { listOf } from "@/lib/villages/sql";
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

/** Own records, per province and by month, and beside them, never merged, what was published. One statement, one pass. */
export function reachUntil(actor: Actor, on: string): Promise<Reach> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Reach>(statement(on));
    return row as Reach;
  });
}

const statement = (on: string) => sql`
  with places_reached as materialized (
    select district_id, village_id, module, count(*) as workshops, min(start_date) as first, max(start_date) as last
    from workshops where status = 'done' and deleted_at is null and start_date <= ${on} group by 1, 2, 3),
  held as materialized (
    select r.*, d.province_id from places_reached r join (select id, province_id from places where level = 'district') d
      on d.id = r.district_id),
  villages as (
    select province_id, min(first) as first from held where village_id is not null group by village_id, province_id),
  districts as (select province_id, min(first) as first from held group by district_id, province_id),
  modules as (
    select province_id, jsonb_object_agg(module, reached) as by_module from (
      select province_id, module, count(*) as reached
      from held group by province_id, module) m group by province_id),
  totals as (
    select province_id, sum(workshops) as workshops, min(first) as first_on, max(last) as last_on
    from held group by province_id),
  provinces as (
    select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn",
      (select count(*) from places d where d.level = 'district' and d.province_id = p.id and d.valid_to is null) as "districtsInAll",
      coalesce(v.n, 0) as villages, coalesce(d.n, 0) as districts, coalesce(t.workshops, 0) as workshops,
      coalesce(m.by_module, '{}') as "byModule", t.first_on as "firstOn", t.last_on as "lastOn"
    from places p left join totals t on t.province_id = p.id left join modules m on m.province_id = p.id
      left join (select province_id, count(*) as n from villages group by 1) v on v.province_id = p.id
      left join (select province_id, count(*) as n from districts group by 1) d on d.province_id = p.id
    where p.level = 'province' and p.valid_to is null order by p.code),
  firsts as (
    select 'v' as kind, first from villages union all select 'd', first from districts
    union all select 'p', min(first) from districts group by province_id),
  steps as (
    select to_char(month, 'YYYY-MM') as month, sum(v) over months as villages, sum(d) over months as districts,
      sum(p) over months as provinces
    from (
      select date_trunc('month', first) as month, count(*) filter (where kind = 'v') as v,
        count(*) filter (where kind = 'd') as d, count(*) filter (where kind = 'p') as p
      from firsts group by 1) counted
    window months as (order by month) order by 1)
  select ${listOf(sql`select * from provinces`)} as provinces, ${listOf(sql`select * from steps`)} as steps,
    ${listOf(sql`select id, date, date_wording as "dateWording", villages, districts, provinces, wording, source
      from reach_figures where deleted_at is null and date <= ${on} order by date, id`)} as published`;
