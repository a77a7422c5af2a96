import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { today } from "@/lib/clock";
import { chosenAndWanted, chosenJson } from "@/lib/comparison/chosen";
import { districtsAsked, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { kindColumns, mainFamilies } from "@/lib/counts/village-kinds-sql";
import { yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { countedJson, indicatorsJson } from "@/lib/indicators/sql";
import { type CountedElement, countedMonths, type ShownIndicator } from "@/lib/indicators/view";
import { listOf } from "@/lib/villages/sql";
import type { Came, Living } from "./attendance";
import type { EquityVillage, Part } from "./rules";

/** `within`: the code of a province or district to look into. */
export type EquityAsked = Readonly<{ indicator: string | null; within: string | null }>;
export type Place = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
export type Group = Readonly<{ id: string; family: string; nameLo: string; nameEn: string }>;

/** What one district adds; all of it sums up to its province and the nation. */
export type DistrictFacts = Readonly<{
  districtId: string;
  villages: readonly EquityVillage[];
  came: readonly Came[];
  living: Living;
  open: readonly (Place & Pick<EquityVillage, "parts">)[];
}>;

type Common = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  within: Place | null;
  provinces: readonly Place[];
  districts: readonly Place[];
  groups: readonly Group[];
}>;
export type EquityFacts = Common & Readonly<{ byDistrict: readonly DistrictFacts[] }>;

type Village = readonly [
  id: string,
  family: Part,
  travel: Part,
  season: Part,
  poverty: Part,
  reached: boolean,
  planned: boolean,
  done: number | null,
  all: number | null,
  cells: readonly CountedElement[],
  figures:
    | readonly (readonly [
        kind: string,
        year: number,
        value: number,
        method: string,
        asOf: string,
        source: string | null,
      ])[]
    | null,
];
type Row = Readonly<{
  districtId: string;
  villages: readonly Village[];
  came: readonly Came[];
  living: Living;
  open: readonly Place[];
}>;

type Asked = EquityAsked & Readonly<{ districtIds: readonly string[] | null; end: number; since: number }>;

/** Of the districts asked for. One statement. */
export async function equityFacts(tx: Transaction, asked: Asked): Promise<EquityFacts> {
  const [found] = await tx.execute<Common & { rows: readonly Row[] }>(statement(asked));
  const { rows, ...common } = found as Common & { rows: readonly Row[] };
  return { ...common, byDistrict: rows.map((row) => factsOf(row, common.indicator, asked.end)) };
}

function factsOf(
  { districtId, came, living, open, ...row }: Row,
  indicator: ShownIndicator | null,
  end: number,
): DistrictFacts {
  const villages = row.villages.map((village) => villageOf(village, { districtId, indicator, end }));
  const parts = new Map(villages.map((village) => [village.id, village.parts]));
  return {
    ...{ districtId, villages, came, living },
    open: open.flatMap((place) => {
      const own = parts.get(place.id);
      return own ? [{ ...place, parts: own }] : [];
    }),
  };
}

function villageOf(
  [id, family, travel, season, poverty, reached, planned, done, all, cells, figures]: Village,
  { districtId, indicator, end }: { districtId: string; indicator: ShownIndicator | null; end: number },
): EquityVillage {
  return {
    ...{ id, districtId, reached, planned },
    parts: { family, travel, season, poverty },
    actions: all === null ? null : { done: done ?? 0, all },
    year:
      indicator && cells.length > 0
        ? yearOf(indicator, { end, months: countedMonths(cells), figures: (figures ?? []).map(figureOf) })
        : null,
  };
}

const figureOf = ([kind, year, value, method, asOf, source]: NonNullable<Village[10]>[number]) =>
  ({ kind, year, value, method, asOf, source }) as Figure;

const place = sql.raw(`'id', id, 'code', code, 'nameLo', name_lo, 'nameEn', name_en`);

const narrowedTo = (code: string) =>
  sql`(code = ${code} or province_id = (select id from places where code = ${code} and level = 'province'))`;

const statement = ({ indicator, within, districtIds, since }: Asked) => sql`
  with ${districtsAsked(districtIds, within === null ? undefined : narrowedTo(within))},
  ${chosenAndWanted(indicator, sql`team_only is not true`)},
  villages as materialized (
    select v.id, v.district_id, v.code, v.name_lo, v.name_en from places v join asked_districts d on d.id = v.district_id
    where v.level = 'village' and v.valid_to is null),
  profiles as materialized (
    select distinct on (p.village_id) p.village_id, v.district_id, p.population, p.females, p.ages, p.ethnic_groups,
      p.poverty_status, p.wet_access
    from village_profiles p join villages v on v.id = p.village_id and v.district_id = p.district_id
    where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc),
  ways as materialized (
    select c.village_id, min(c.travel_min_wet) as minutes from catchments c join villages v on v.id = c.village_id
    where c.valid_to is null group by 1),
  held as materialized (
    select w.id, w.village_id, w.district_id from workshops w join villages v on v.id = w.village_id and v.district_id = w.district_id
    where ${heldUntil(today(), sql`w`)} and ${inVillage(sql`w`)}),
  reached as materialized (select distinct village_id from held),
  planned as materialized (
    select distinct i.village_id from rollout_items i join villages v on v.id = i.village_id
    where i.deleted_at is null and i.year = ${Number(today().slice(0, 4))}),
  newest_plans as materialized (
    select distinct on (p.village_id) p.id, p.village_id from plans p join villages v on v.id = p.village_id and v.district_id = p.district_id
    where p.deleted_at is null
    order by p.village_id, coalesce(p.displayed_date, p.agreed_date, p.created_at::date) desc, p.created_at desc),
  acts as materialized (
    select p.village_id, count(*) filter (where a.status = 'done') as done, count(*) filter (where a.status <> 'dropped') as total
    from newest_plans p join actions a on a.plan_id = p.id and a.deleted_at is null group by 1),
  ${mainFamilies(sql`profiles`)},
  figures as materialized (
    select f.village_id, json_agg(json_build_array(f.kind, f.year, f.value, f.method, f.as_of, f.source) order by f.as_of, f.id) as list
    from population_figures f join villages v on v.id = f.village_id and v.district_id = f.district_id
    where f.deleted_at is null and f.facility_id is null and f.kind = (select population_kind from chosen) group by 1),
  kinds as (
    select v.id, v.district_id, ${kindColumns({ profile: sql`p`, minutes: sql`w.minutes`, family: sql`f.family` })},
      r.village_id is not null as reached, l.village_id is not null as planned, a.done, a.total, g.list as figures,
      ${countedJson(sql`d.district_id = v.district_id and d.reporter_kind = 1 and d.reporter_id = v.id and d.period >= ${since}
        and d.source = 1`)} as cells
    from villages v left join profiles p on p.village_id = v.id left join ways w on w.village_id = v.id left join main_families f on f.village_id = v.id
      left join reached r on r.village_id = v.id left join planned l on l.village_id = v.id left join acts a on a.village_id = v.id
      left join figures g on g.village_id = v.id),
  village_rows as (
    select district_id, json_agg(json_build_array(id, family, travel, season, poverty, reached, planned, done, total, cells, figures)) as list
    from kinds group by 1),
  came as (
    select district_id, jsonb_agg(jsonb_build_object('sex', sex, 'ageBand', age_band, 'group', ethnic_group_id, 'people', people)) as list
    from (select h.district_id, a.sex, a.age_band, a.ethnic_group_id, sum(a.people) as people
      from held h join attendance_tallies a on a.workshop_id = h.id and a.deleted_at is null group by 1, 2, 3, 4) t group by 1),
  lived as (select p.* from profiles p join reached r on r.village_id = p.village_id),
  living as (
    select district_id, coalesce(sum(population), 0) as people, coalesce(sum(females), 0) as females,
      coalesce(sum(population) filter (where females is not null), 0) as of_sex
    from lived group by 1),
  living_ages as (
    select district_id, jsonb_object_agg(key, n) as list from (
      select district_id, key, jsonb_build_array(sum(value::numeric), sum(population)) as n
      from lived cross join lateral jsonb_each_text(coalesce(ages, '{}')) where population is not null group by 1, 2) a group by 1),
  living_groups as (
    select district_id, jsonb_object_agg("group", n) as list from (
      select district_id, g->>'group' as "group", sum(coalesce((g->>'people')::numeric, (g->>'share')::numeric * population)) as n
      from lived cross join lateral jsonb_array_elements(coalesce(ethnic_groups, '[]')) as g group by 1, 2) g
    where n is not null group by 1),
  open as (
    select v.district_id, jsonb_agg(jsonb_build_object(${place}) order by name_lo, id) as list from villages v
    where (select count(*) from asked_districts) = 1 and not exists (select from reached r where r.village_id = v.id) group by 1)
  select ${chosenJson} as indicator,
    ${indicatorsJson(sql`team_only is not true`)} as indicators,
    (select jsonb_build_object(${place}) from places where code = ${within}
      and exists (select from asked_districts d where places.id in (d.id, d.province_id))) as within,
    (select coalesce(jsonb_agg(jsonb_build_object(${place}) order by code), '[]') from places p
      where level = 'province' and valid_to is null and ${
        districtIds === null
          ? sql`true`
          : sql`exists (select from places d where d.province_id = p.id and d.id = any(${`{${districtIds.join(",")}}`}::uuid[]))`
      }) as provinces,
    (select coalesce(jsonb_agg(jsonb_build_object(${place}) order by code), '[]') from asked_districts) as districts,
    ${listOf(sql`select id, family, name_lo as "nameLo", name_en as "nameEn" from ethnic_groups order by position, id`)} as groups,
    ${listOf(sql`select d.id as "districtId", coalesce(v.list, '[]') as villages, coalesce(c.list, '[]') as came, coalesce(o.list, '[]') as open,
        jsonb_build_object('people', coalesce(l.people, 0), 'females', coalesce(l.females, 0), 'sexKnownOf', coalesce(l.of_sex, 0),
          'ages', coalesce(a.list, '{}'), 'groups', coalesce(g.list, '{}')) as living
      from asked_districts d left join village_rows v on v.district_id = d.id left join came c on c.district_id = d.id
        left join living l on l.district_id = d.id left join living_ages a on a.district_id = d.id
        left join living_groups g on g.district_id = d.id left join open o on o.district_id = d.id order by d.code`)} as rows`;
