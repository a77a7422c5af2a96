import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { districtsAsked, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { mainFamilies } from "@/lib/counts/village-kinds-sql";
import { listOf } from "@/lib/villages/sql";
import type { ageBands, workshopModules } from "@/lib/workshops/vocabularies";
import { reviewedPlaces } from "./whose";

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

/** Those who live in the villages reached, by their newest profiles, and those who came to workshops there. */
export type PeopleReached = Readonly<{
  /** Villages whose number of people is known, and the people. */
  villagesKnown: number;
  people: number;
  femalesKnown: number;
  females: number;
  /** Villages whose ethnic groups are known, and those where most people are not of the Lao-Tai family. */
  groupsKnown: number;
  minority: number;
  families: Readonly<Record<string, number>>;
  /** Times people came, not people: who came to two workshops is counted twice. */
  attended: number;
  attendedFemale: number;
  attendedAges: Readonly<Partial<Record<(typeof ageBands)[number], number>>>;
}>;

export type Reach = Readonly<{
  people: PeopleReached;
  provinces: readonly ProvinceReach[];
  steps: readonly ReachStep[];
  published: readonly PublishedReach[];
}>;

/** Own records, per province and by month, and beside them, never merged, what was published. One statement, one pass. */
export function reachUntil(actor: Actor, on: string): Promise<Reach> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  return withKeptReading(actor.scope, { name: "reach", of: [on], districtIds }, async (tx) => {
    const [row] = await tx.execute<Reach>(statement(on, districtIds));
    return row as Reach;
  });
}

const statement = (on: string, districtIds: readonly string[] | null) => sql`
  with ${districtsAsked(districtIds)},
  ended as materialized (
    select district_id, case when ${inVillage()} then village_id end as village_id, module, start_date, id
    from workshops where ${heldUntil(on)}),
  places_reached as materialized (
    select district_id, village_id, module, count(*) as workshops, min(start_date) as first, max(start_date) as last
    from ended group by 1, 2, 3),
  held as materialized (
    select r.*, d.province_id from places_reached r join (select id, province_id from places where level = 'district') d
      on d.id = r.district_id),
  villages as (
    select village_id, province_id, min(first) as first from held where village_id is not null group by 1, 2),
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
      (select count(*) from asked_districts d where d.province_id = p.id) as "districtsInAll",
      coalesce(v.n, 0) as villages, coalesce(d.n, 0) as districts, coalesce(t.workshops, 0) as workshops,
      coalesce(m.by_module, '{}') as "byModule", t.first_on as "firstOn", t.last_on as "lastOn"
    from places p left join totals t on t.province_id = p.id left join modules m on m.province_id = p.id
      left join (select province_id, count(*) as n from villages group by 1) v on v.province_id = p.id
      left join (select province_id, count(*) as n from districts group by 1) d on d.province_id = p.id
    where p.level = 'province' and p.valid_to is null and p.id in (select province_id from asked_districts) order by p.code),
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
    window months as (order by month) order by 1),
  profiles as materialized (
    select distinct on (village_id) village_id, population, females, ethnic_groups from village_profiles
    where deleted_at is null and date <= ${on} order by village_id, date desc, created_at desc),
  newest as materialized (select p.* from profiles p join villages v on v.village_id = p.village_id),
  peoples as materialized (
    select n.village_id, e.family, sum((g->>'people')::numeric) as people
    from newest n cross join lateral jsonb_array_elements(coalesce(n.ethnic_groups, '[]')) as g join ethnic_groups e on e.id = g->>'group'
    group by 1, 2),
  ${mainFamilies(sql`newest`)},
  came as (
    select a.sex, a.age_band, sum(a.people) as people from attendance_tallies a join ended w on w.id = a.workshop_id
    where a.deleted_at is null group by 1, 2)
  select jsonb_build_object(
      'villagesKnown', (select count(population) from newest), 'people', (select coalesce(sum(population), 0) from newest),
      'femalesKnown', (select count(females) from newest), 'females', (select coalesce(sum(females), 0) from newest),
      'groupsKnown', (select count(*) from main_families), 'minority', (select count(*) from main_families where family <> 'lao_tai'),
      'families', (select coalesce(jsonb_object_agg(family, people), '{}') from (
        select family, sum(people) as people from peoples where people is not null group by 1) f),
      'attended', (select coalesce(sum(people), 0) from came),
      'attendedFemale', (select coalesce(sum(people), 0) from came where sex = 'female'),
      'attendedAges', (select coalesce(jsonb_object_agg(age_band, people), '{}') from (
        select age_band, sum(people) as people from came group by 1) b)) as people,
    ${listOf(sql`select * from provinces`)} as provinces, ${listOf(sql`select * from steps`)} as steps,
    ${listOf(sql`select id, date, date_wording as "dateWording", villages, districts, provinces, wording, source
      from reach_figures where deleted_at is null and date <= ${on} order by date, id`)} as published`;
