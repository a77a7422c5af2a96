import "server-only";
import { sql } from "drizzle-orm";
import { lastStep, type PlanAsked, stageCounts, villagesOfPlan } from "@/lib/counts/stage-sql";
import { steps } from "@/lib/counts/stages";
import { kindColumns, mainFamilies } from "@/lib/counts/village-kinds-sql";
import { listOf } from "@/lib/villages/sql";

/** Districts whose stages may follow from records of these: of the same province, or served by a health centre of theirs. */
export const reachedFrom = (districtIds: readonly string[]) => sql`
  with touched as (select unnest(${`{${districtIds.join(",")}}`}::uuid[]) as id),
  beside as (
    select id from touched union
    select v.district_id from catchments c join places v on v.id = c.village_id
    where c.facility_id in (select own.facility_id from catchments own join places o on o.id = own.village_id
      where o.district_id in (select id from touched)))
  select d.id from places d where d.level = 'district'
    and d.province_id in (select p.province_id from places p join beside b on b.id = p.id)`;

/** Of the districts asked for, as `BoardFacts`. */
export const boardFacts = (asked: PlanAsked) => sql`
  with ${villagesOfPlan(asked)},
  counted as (
    select f.district_id, count(*) as villages, ${stageCounts} as stages,
      jsonb_build_object('own', count(*) filter (where payer = 'own'), 'partner', count(*) filter (where payer = 'partner'),
        'none', count(*) filter (where payer = 'none')) as payers
    from facts f cross join day group by 1),
  modules as (
    select district_id, jsonb_object_agg(module, jsonb_build_array(planned, held)) as list from (
      select district_id, module, count(*) as planned, count(held_on) as held
      from lines where level = 'village' group by 1, 2) m group by 1),
  costs as (
    select district_id, coalesce(sum(cost_kip), 0) as planned, coalesce(sum(spent_kip), 0) as spent, count(cost_kip) as costed,
      count(held_on) as carried_out, count(spent_kip) as spent_on
    from lines group by 1),
  stood as (
    select district_id, jsonb_agg(jsonb_build_array(at, days, villages)) as list from (
      select district_id, ${lastStep(steps).at} as at, day.today - ${lastStep(steps).since} as days, count(*) as villages
      from facts cross join day group by 1, 2, 3) s group by 1),
  funders as (
    select f.district_id, jsonb_agg(jsonb_build_object('id', f.funder_id, 'nameLo', i.name_lo, 'nameEn', i.name_en,
      'funding', f.funding, 'villages', f.villages, 'held', f.held, 'plannedKip', f.planned, 'spentKip', f.spent)) as list
    from (select l.district_id, l.funder_id, l.funding, count(*) filter (where l.level = 'village') as villages,
        count(l.held_on) filter (where l.level = 'village') as held,
        coalesce(sum(l.cost_kip), 0) as planned, coalesce(sum(l.spent_kip), 0) as spent
      from lines l group by 1, 2, 3) f left join institutions i on i.id = f.funder_id group by 1),
  newest as (
    select distinct on (p.village_id) p.village_id, p.ethnic_groups, p.poverty_status, p.wet_access
    from village_profiles p join facts f on f.village_id = p.village_id
    where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc),
  ${mainFamilies(sql`newest`)},
  described as (
    select f.district_id, f.village_on is not null as reached,
      ${kindColumns({ profile: sql`n`, minutes: sql`c.minutes`, family: sql`m.family` })}
    from facts f left join catchment c on c.village_id = f.village_id left join newest n on n.village_id = f.village_id
      left join main_families m on m.village_id = f.village_id),
  groups as (
    select district_id, jsonb_agg(jsonb_build_object('by', by, 'part', part, 'n', n, 'k', k)) as list from (
      select district_id, case when not grouping(travel)::boolean then 'travel' when not grouping(season)::boolean then 'season'
          when not grouping(family)::boolean then 'family' else 'poverty' end as by,
        coalesce(travel, season, family, poverty) as part, count(*) as n, count(*) filter (where reached) as k
      from described group by grouping sets ((district_id, travel), (district_id, season), (district_id, family), (district_id, poverty))) g
    group by 1),
  months as (
    select district_id, jsonb_agg(jsonb_build_array(month, villages)) as list from (
      select district_id, to_char(due, 'YYYY-MM') as month, count(*) as villages from planned group by 1, 2) m group by 1)
  select
    ${listOf(sql`select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", count(d.id) as districts
      from places p join asked_districts d on d.province_id = p.id group by p.id order by p.code`)} as provinces,
    ${listOf(sql`select d.id as "districtId", d.province_id as "provinceId",
        case when c.district_id is not null then jsonb_build_object('id', d.id, 'code', d.code, 'nameLo', d.name_lo, 'nameEn', d.name_en,
        'provinceId', d.province_id, 'villages', c.villages, 'stages', c.stages, 'payers', c.payers,
        'modules', coalesce(m.list, '{}'), 'plannedKip', k.planned, 'spentKip', k.spent, 'costed', k.costed,
        'carriedOut', k.carried_out, 'spentOn', k.spent_on) end as board,
        coalesce(s.list, '[]') as stood, coalesce(f.list, '[]') as funders, coalesce(g.list, '[]') as groups, coalesce(o.list, '[]') as months
      from asked_districts d left join counted c on c.district_id = d.id left join modules m on m.district_id = d.id
        left join costs k on k.district_id = d.id left join stood s on s.district_id = d.id left join funders f on f.district_id = d.id
        left join groups g on g.district_id = d.id left join months o on o.district_id = d.id
      where f.district_id is not null`)} as districts,
    (select coalesce(jsonb_agg(y.year order by y.year), '[]') from (select distinct year from rollout_items where deleted_at is null) y) as years`;
