import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { chosenAndWanted, chosenJson } from "@/lib/comparison/chosen";
import { districtsAsked, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { kindColumns, mainFamilies } from "@/lib/counts/village-kinds-sql";
import { AppError } from "@/lib/errors";
import { yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { indicatorsJson } from "@/lib/indicators/sql";
import type { ShownIndicator } from "@/lib/indicators/view";
import { reviewedPlaces } from "@/lib/rollout/whose";
import { listOf } from "@/lib/villages/sql";
import { type Came, type CameLine, cameLines, type Living } from "./attendance";
import {
  type EquityLine,
  type EquityVillage,
  equityLines,
  type LeftOut,
  leftOut,
  type Part,
  reachOf,
  type Share,
  widestGap,
} from "./rules";

/** `within`: the code of a province or district to look into. */
export type EquityAsked = Readonly<{ indicator: string | null; within: string | null }>;
type Place = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Group = Readonly<{ id: string; family: string; nameLo: string; nameEn: string }>;

export type Equity = Readonly<{
  end: number;
  /** Null while the programme counts nothing. */
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  /** The province or district looked into; null is all that the reader reviews. */
  within: Place | null;
  provinces: readonly Place[];
  districts: readonly Place[];
  groups: readonly Group[];
  all: Share;
  lines: readonly EquityLine[];
  gap: readonly [EquityLine, EquityLine] | null;
  came: readonly CameLine[];
  leftOut: readonly LeftOut[];
  /** Villages not reached, by name, when one district is looked into. */
  open: readonly (Place & Pick<EquityVillage, "parts">)[];
}>;

type Facts = readonly [
  id: string,
  districtId: string,
  family: Part,
  travel: Part,
  season: Part,
  poverty: Part,
  reached: boolean,
  planned: boolean,
  done: number | null,
  all: number | null,
];
type Found = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  within: Place | null;
  provinces: readonly Place[];
  districts: readonly Place[];
  groups: readonly Group[];
  villages: readonly Facts[];
  cells: readonly (readonly [
    village: string,
    code: string,
    months: readonly (readonly [number, number])[],
  ])[];
  figures: readonly (Figure & { villageId: string })[];
  came: readonly Came[];
  living: Living;
  open: readonly Place[];
}>;

/** Who is reached and who is not, over every village of the places a reader reviews. One statement. */
export async function equityOf(actor: Actor, asked: EquityAsked): Promise<Equity> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  const reading = { name: "equityOf", of: [asked.indicator, asked.within, today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const end = lastFullMonth(today());
    const [row] = await tx.execute<Found>(statement({ ...asked, districtIds, since: addMonths(end, -11) }));
    const found = row as Found;
    if (asked.within !== null && found.within === null) throw new AppError("not_found");
    return shown(found, end);
  });
}

function shown(found: Found, end: number): Equity {
  const { indicator, indicators, within, provinces, districts, groups, came, living } = found;
  const years = yearsOf(found, end);
  const villages = found.villages.map(
    ([id, districtId, family, travel, season, poverty, reached, planned, done, all]): EquityVillage => ({
      id,
      districtId,
      parts: { family, travel, season, poverty },
      reached,
      planned,
      actions: all === null ? null : { done: done ?? 0, all },
      year: years.get(id) ?? null,
    }),
  );
  const lines = equityLines(villages, indicator);
  const byId = new Map(villages.map((village) => [village.id, village.parts]));
  return {
    ...{ end, indicator, indicators, within, provinces, districts, groups, lines },
    all: reachOf(villages),
    gap: widestGap(lines),
    came: cameLines(came, living, groups),
    leftOut: leftOut(villages),
    open: found.open.flatMap((place) => {
      const parts = byId.get(place.id);
      return parts ? [{ ...place, parts }] : [];
    }),
  };
}

function yearsOf({ indicator, cells, figures }: Found, end: number) {
  const counted = new Map<string, Map<number, Record<string, number>>>();
  for (const [village, code, months] of cells) {
    const own = counted.get(village) ?? new Map<number, Record<string, number>>();
    counted.set(village, own);
    for (const [period, value] of months) own.set(period, { ...own.get(period), [code]: value });
  }
  const byVillage = Map.groupBy(figures, ({ villageId }) => villageId);
  return new Map(
    indicator
      ? [...counted].map(([id, months]) => [
          id,
          yearOf(indicator, { end, months, figures: byVillage.get(id) ?? [] }),
        ])
      : [],
  );
}

type Asked = EquityAsked & Readonly<{ districtIds: readonly string[] | null; since: number }>;

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
    select distinct on (p.village_id) p.village_id, p.population, p.females, p.ages, p.ethnic_groups, p.poverty_status, p.wet_access
    from village_profiles p join villages v on v.id = p.village_id and v.district_id = p.district_id
    where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc),
  ways as materialized (
    select c.village_id, min(c.travel_min_wet) as minutes from catchments c join villages v on v.id = c.village_id
    where c.valid_to is null group by 1),
  held as materialized (
    select w.id, w.village_id from workshops w join villages v on v.id = w.village_id and v.district_id = w.district_id
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
  kinds as (
    select v.id, v.district_id, ${kindColumns({ profile: sql`p`, minutes: sql`w.minutes`, family: sql`f.family` })},
      r.village_id is not null as reached, l.village_id is not null as planned,
      a.done, a.total
    from villages v left join profiles p on p.village_id = v.id left join ways w on w.village_id = v.id left join main_families f on f.village_id = v.id
      left join reached r on r.village_id = v.id left join planned l on l.village_id = v.id left join acts a on a.village_id = v.id),
  lived as (select p.* from profiles p join reached r on r.village_id = p.village_id)
  select ${chosenJson} as indicator,
    (select coalesce(jsonb_agg(i), '[]') from jsonb_array_elements(${indicatorsJson}) i where not (i->'teamOnly')::boolean) as indicators,
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
    (select coalesce(jsonb_agg(jsonb_build_array(id, district_id, family, travel, season, poverty, reached, planned, done, total)), '[]')
      from kinds) as villages,
    (select coalesce(jsonb_agg(jsonb_build_array(v.id, w.code, d.list)), '[]')
      from villages v cross join wanted w cross join lateral (
        select jsonb_agg(jsonb_build_array(d.period, d.value)) as list from data_values d
        where d.district_id = v.district_id and d.reporter_kind = 1 and d.reporter_id = v.id
          and d.element_number = w.number and d.period >= ${since} and d.source = 1) d
      where d.list is not null) as cells,
    (select coalesce(jsonb_agg(jsonb_build_object('villageId', f.village_id, 'kind', f.kind, 'year', f.year, 'value', f.value,
      'method', f.method, 'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id), '[]')
      from population_figures f join villages v on v.id = f.village_id and v.district_id = f.district_id
      where f.deleted_at is null and f.facility_id is null and f.kind = (select population_kind from chosen)) as figures,
    (select coalesce(jsonb_agg(jsonb_build_object('sex', t.sex, 'ageBand', t.age_band, 'group', t.ethnic_group_id, 'people', t.people)), '[]')
      from (select a.sex, a.age_band, a.ethnic_group_id, sum(a.people) as people
        from held h join attendance_tallies a on a.workshop_id = h.id and a.deleted_at is null group by 1, 2, 3) t) as came,
    (select jsonb_build_object('people', coalesce(sum(population), 0), 'females', coalesce(sum(females), 0),
        'sexKnownOf', coalesce(sum(population) filter (where females is not null), 0),
        'ages', (select coalesce(jsonb_object_agg(key, n), '{}') from (
          select key, jsonb_build_array(sum(value::numeric), sum(population)) as n
          from lived cross join lateral jsonb_each_text(coalesce(ages, '{}')) where population is not null group by 1) a),
        'groups', (select coalesce(jsonb_object_agg("group", n), '{}') from (
          select g->>'group' as "group", sum(coalesce((g->>'people')::numeric, (g->>'share')::numeric * population)) as n
          from lived cross join lateral jsonb_array_elements(coalesce(ethnic_groups, '[]')) as g
          group by 1 having sum(coalesce((g->>'people')::numeric, (g->>'share')::numeric * population)) is not null) a))
      from lived) as living,
    (select coalesce(jsonb_agg(jsonb_build_object(${place}) order by name_lo, id), '[]') from villages v
      where (select count(*) from asked_districts) = 1
        and not exists (select from reached r where r.village_id = v.id)) as open`;
