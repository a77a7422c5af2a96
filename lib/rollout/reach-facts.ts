import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { districtsAsked, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { mainFamilies } from "@/lib/counts/village-kinds-sql";
import { listOf } from "@/lib/villages/sql";
import type { Module, PeopleReached, ProvinceReach, PublishedReach } from "./reach";

/** What one district adds to its province and the nation; only districts where a workshop was held. */
export type DistrictReach = Readonly<{
  districtId: string;
  provinceId: string;
  /** Villages by the month in which they were reached first. */
  months: Readonly<Record<string, number>>;
  workshops: number;
  byModule: Readonly<Partial<Record<Module, number>>>;
  firstOn: string;
  lastOn: string;
  people: PeopleReached;
}>;

export type ReachFacts = Readonly<{
  provinces: readonly Pick<ProvinceReach, "id" | "code" | "nameLo" | "nameEn" | "districtsInAll">[];
  districts: readonly DistrictReach[];
  published: readonly PublishedReach[];
}>;

/** Own records of the districts asked for (null: all), and what was published. One statement, one pass. */
export async function reachFacts(
  tx: Transaction,
  on: string,
  districtIds: readonly string[] | null,
): Promise<ReachFacts> {
  const [row] = await tx.execute<ReachFacts>(statement(on, districtIds));
  return row as ReachFacts;
}

const statement = (on: string, districtIds: readonly string[] | null) => sql`
  with ${districtsAsked(districtIds)},
  ended as materialized (
    select district_id, case when ${inVillage()} then village_id end as village_id, module, start_date, id
    from workshops where ${heldUntil(on)}
      and ${districtIds === null ? sql`true` : sql`district_id = any(${`{${districtIds.join(",")}}`}::uuid[])`}),
  held as materialized (
    select district_id, village_id, module, count(*) as workshops, min(start_date) as first, max(start_date) as last
    from ended group by 1, 2, 3),
  villages as materialized (
    select village_id, district_id, min(first) as first from held where village_id is not null group by 1, 2),
  months as (
    select district_id, jsonb_object_agg(month, n) as list from (
      select district_id, to_char(first, 'YYYY-MM') as month, count(*) as n from villages group by 1, 2) m group by 1),
  modules as (
    select district_id, jsonb_object_agg(module, n) as list from (
      select district_id, module, count(*) as n from held group by 1, 2) m group by 1),
  totals as (
    select district_id, sum(workshops) as workshops, min(first) as first_on, max(last) as last_on from held group by 1),
  newest as materialized (
    select distinct on (p.village_id) p.village_id, v.district_id, p.population, p.females, p.ethnic_groups
    from village_profiles p join villages v on v.village_id = p.village_id
    where p.deleted_at is null and p.date <= ${on} order by p.village_id, p.date desc, p.created_at desc),
  ${mainFamilies(sql`newest`)},
  families as (
    select district_id, jsonb_object_agg(family, people) as list from (
      select n.district_id, e.family, sum((g->>'people')::numeric) as people
      from newest n cross join lateral jsonb_array_elements(coalesce(n.ethnic_groups, '[]')) as g join ethnic_groups e on e.id = g->>'group'
      group by 1, 2) f where people is not null group by 1),
  lives as (
    select n.district_id, count(population) as villages_known, coalesce(sum(population), 0) as people,
      count(females) as females_known, coalesce(sum(females), 0) as females,
      count(m.village_id) as groups_known, count(*) filter (where m.family <> 'lao_tai') as minority
    from newest n left join main_families m on m.village_id = n.village_id group by 1),
  came as (
    select w.district_id, a.sex, a.age_band, sum(a.people) as people from attendance_tallies a join ended w on w.id = a.workshop_id
    where a.deleted_at is null group by 1, 2, 3),
  attended as (
    select district_id, sum(people) as people, coalesce(sum(people) filter (where sex = 'female'), 0) as female from came group by 1),
  ages as (
    select district_id, jsonb_object_agg(age_band, people) as list from (
      select district_id, age_band, sum(people) as people from came group by 1, 2) b group by 1)
  select
    ${listOf(sql`select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", count(d.id) as "districtsInAll"
      from places p join asked_districts d on d.province_id = p.id
      where p.level = 'province' and p.valid_to is null group by p.id order by p.code`)} as provinces,
    ${listOf(sql`select t.district_id as "districtId", d.province_id as "provinceId", coalesce(m.list, '{}') as months, t.workshops,
        o.list as "byModule", t.first_on as "firstOn", t.last_on as "lastOn",
        jsonb_build_object('villagesKnown', coalesce(l.villages_known, 0), 'people', coalesce(l.people, 0),
          'femalesKnown', coalesce(l.females_known, 0), 'females', coalesce(l.females, 0), 'groupsKnown', coalesce(l.groups_known, 0),
          'minority', coalesce(l.minority, 0), 'families', coalesce(f.list, '{}'), 'attended', coalesce(c.people, 0),
          'attendedFemale', coalesce(c.female, 0), 'attendedAges', coalesce(a.list, '{}')) as people
      from totals t join places d on d.id = t.district_id left join months m on m.district_id = t.district_id
        left join modules o on o.district_id = t.district_id left join lives l on l.district_id = t.district_id
        left join families f on f.district_id = t.district_id left join attended c on c.district_id = t.district_id
        left join ages a on a.district_id = t.district_id`)} as districts,
    ${listOf(sql`select id, date, date_wording as "dateWording", villages, districts, provinces, wording, source
      from reach_figures where deleted_at is null and date <= ${on} order by date, id`)} as published`;
