import { sql } from "drizzle-orm";
import type { ReviewedAction } from "@/lib/districts/review";
import { countedJson, indicatorsJson } from "@/lib/indicators/sql";
import { chosenAndWanted, chosenJson } from "./chosen";
import type { ComparedVillage } from "./village-rows";

/** What a village's line says besides its counts. */
export type VillageStanding = Omit<
  ComparedVillage,
  "mark" | "counts" | "lastReport" | "year" | "shown" | "since" | "trust"
> &
  Readonly<{
    plan: { id: string } | null;
    actions: readonly (readonly [due: string | null, status: ReviewedAction["status"]])[];
  }>;

/** Every village of a district today with its newest plan's actions, first workshop, profile and health centre. */
export const standingStatement = (districtId: string) => sql`
  with newest_plans as (
    select distinct on (village_id) id, village_id
    from plans where district_id = ${districtId} and deleted_at is null and village_id is not null
    order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc),
  acts as (
    select a.village_id, jsonb_agg(jsonb_build_array(a.due, a.status)) as list
    from newest_plans p join actions a on a.plan_id = p.id and a.deleted_at is null
    group by a.village_id),
  held as (
    select village_id, min(start_date)::text as first from workshops
    where district_id = ${districtId} and deleted_at is null and village_id is not null and status <> 'cancelled'
    group by village_id),
  seen as (
    select village_id, max(held_date)::text as last from visits
    where district_id = ${districtId} and deleted_at is null and held_date is not null group by village_id),
  profiles as (
    select distinct on (village_id) village_id, wet_access, ethnic_groups from village_profiles
    where district_id = ${districtId} and deleted_at is null order by village_id, date desc, created_at desc),
  centres as (
    select distinct on (c.village_id) c.village_id, jsonb_build_object('id', f.id, 'code', f.code, 'nameLo', f.name_lo,
      'nameEn', f.name_en, 'minutesDry', c.travel_min_dry) as centre
    from places v join catchments c on c.village_id = v.id and c.valid_to is null join facilities f on f.id = c.facility_id
    where v.district_id = ${districtId} and v.level = 'village' order by c.village_id, c.valid_from desc)
  select v.id, v.code, v.name_lo as "nameLo", v.name_en as "nameEn", v.lat, v.lng, h.first as "firstWorkshop",
    s.last as "lastVisit", p.wet_access as "wetAccess", c.centre,
    case when n.id is not null then jsonb_build_object('id', n.id) end as plan, coalesce(a.list, '[]') as actions,
    (select jsonb_build_object('id', e.id, 'nameLo', e.name_lo, 'nameEn', e.name_en)
      from jsonb_array_elements(coalesce(p.ethnic_groups, '[]')) as g join ethnic_groups e on e.id = g->>'group'
      order by coalesce((g->>'people')::numeric, (g->>'share')::numeric) desc nulls last, e.id limit 1) as "mainGroup"
  from places v
    left join held h on h.village_id = v.id left join newest_plans n on n.village_id = v.id
    left join acts a on a.village_id = v.id left join seen s on s.village_id = v.id
    left join profiles p on p.village_id = v.id left join centres c on c.village_id = v.id
  where v.district_id = ${districtId} and v.level = 'village' and v.valid_to is null`;

type Asked = Readonly<{
  districtId: string;
  indicator: string | null;
  since: number;
  team: boolean;
  trust: boolean;
}>;

/**
 * The indicator asked for (the first when there is none such) and what the villages' own volunteers counted of it since a
 * month. By village and element, so that the key of `data_values` is walked and not a district's whole share of it.
 */
export const valuesStatement = ({ districtId, indicator, since, team, trust }: Asked) => sql`
  with villages as materialized (
    select id from places where district_id = ${districtId} and level = 'village' and valid_to is null),
  ${chosenAndWanted(indicator, sql`(${team} or team_only is not true)`)}
  select
    ${chosenJson} as indicator,
    ${indicatorsJson(sql`(${team} or team_only is not true)`)} as indicators,
    (select coalesce(json_agg(json_build_array(v.id, ${countedJson(sql`d.district_id = ${districtId} and d.reporter_kind = 1
        and d.reporter_id = v.id and d.period >= ${since} and d.source = 1`)})), '[]') from villages v) as cells,
    (select coalesce(json_agg(json_build_object('villageId', f.village_id, 'kind', f.kind, 'year', f.year, 'value', f.value,
      'method', f.method, 'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id), '[]')
      from population_figures f where f.district_id = ${districtId} and f.deleted_at is null and f.village_id is not null
        and f.facility_id is null and f.kind = (select population_kind from chosen)) as figures,
    (select coalesce(jsonb_object_agg(r.id, r.last), '{}') from (
      select v.id, max(x.last) as last from villages v cross join lateral (
        (select r.period as last from reports r where r.reporter_id = v.id
          and r.submitted and r.deleted_at is null order by r.period desc limit 1)
        union all
        select d.period from wanted w cross join lateral (
          select d.period from data_values d where d.district_id = ${districtId} and d.reporter_kind = 1
            and d.reporter_id = v.id and d.element_number = w.number order by d.period desc limit 1) d) x
      group by v.id) r) as "lastReports",
    ${trust ? sql`trust_of_villages(array[${districtId}]::uuid[])` : sql`null::jsonb`} as trust,
    (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'series', i.series, 'nameLo', i.name_lo, 'nameEn', i.name_en,
      'scale', i.scale, 'items', i.items)), '[]') from instruments i where ${trust}) as instruments,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nameLo', f.name_lo, 'nameEn', f.name_en, 'lat', f.lat, 'lng', f.lng)
      order by f.name_lo, f.id), '[]') from facilities f where f.district_id = ${districtId} and f.valid_to is null) as facilities,
    (select b.geometry from place_boundaries b where b.place_id = ${districtId}
      order by b.valid_from desc limit 1) as boundary,
    (select coalesce(jsonb_agg(o.geometry), '[]') from villages v cross join lateral (select b.geometry from place_boundaries b
      where b.place_id = v.id order by b.valid_from desc limit 1) o) as outlines`;
