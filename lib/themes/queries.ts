import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { rolesTable } from "@/lib/access/roles";
import { districtsAsked } from "@/lib/counts/held-sql";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";
import type { RecordsShown, ThemesAsked } from "./asked";
import { type Theme, themeCodes } from "./frame";
import type { CodedKind } from "./kinds";
import type { KindSum, VillageSum } from "./rules";

type Level = "province" | "district" | "village";
export type ThemePlace = Readonly<{
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  level: Level;
}>;
export type Themes = Readonly<{
  /** The place looked into, and those above it, large to small; empty is all that the reader sees. */
  path: readonly ThemePlace[];
  /** Of what the list is: what lies below the place looked into. */
  below: Level;
  places: readonly ThemePlace[];
  kinds: readonly KindSum[];
  villages: readonly VillageSum[];
  years: readonly number[];
}>;

export type CodedRecord = Readonly<{
  id: string;
  kind: CodedKind;
  date: string;
  text: string | null;
  themes: readonly Theme[] | null;
  /** The change that set its themes last, as a form sends it back. */
  seen: string | null;
  districtId: string;
  village: ThemePlace | null;
}>;

/** How many records a list shows at most. */
export const MOST = 20;

/** Where somebody reads records; null is the whole nation. */
function readPlaces(actor: Actor) {
  const reading = actor.assignments.filter(({ role }) => rolesTable[role].includes("record.read"));
  if (reading.some(({ nation }) => nation)) return null;
  const { districtIds, villageIds } = actor.scope;
  return { districtIds: [...districtIds], villageIds: [...villageIds] };
}

const ids = (list: readonly string[]) => `{${list.join(",")}}`;

/** `only`: districts whose records alone are asked for. */
type Where = ThemesAsked & Readonly<{ own: ReturnType<typeof readPlaces>; only?: readonly string[] | null }>;

type DistrictThemes = Readonly<{ districtId: string }> & Pick<Themes, "kinds" | "villages" | "years">;
type ThemeFacts = Pick<Themes, "path" | "below" | "places"> &
  Readonly<{ districts: readonly DistrictThemes[] }>;

/** `within_place`, `asked_districts` and `records (kind, id, district_id, province_id, village_id, date, text, themes)`. */
const recordsAsked = ({ within, own, year, kind, only = null }: Where) => {
  const of = (table: string) =>
    only === null ? sql`true` : sql`${sql.raw(table)}.district_id = any(${ids(only)}::uuid[])`;
  const mine =
    own === null
      ? sql`true`
      : sql`(id = any(${ids(own.districtIds)}::uuid[])
          or id in (select district_id from places where id = any(${ids(own.villageIds)}::uuid[])))`;
  const narrow =
    within === null
      ? sql`true`
      : sql`exists (select from within_place w where asked.id in (w.id, w.district_id) or asked.province_id = w.id)`;
  const inVillage =
    within === null
      ? sql`true`
      : sql`not exists (select from within_place w where w.level = 'village' and w.id is distinct from r.village_id)`;
  return sql`
  within_place as materialized (
    select id, level, district_id, province_id from places where ${within}::text is not null and valid_to is null
      and level in ('province', 'district', 'village') and (code = ${within} or id::text = ${within}) limit 1),
  ${districtsAsked(null, mine)},
  chosen_districts as materialized (select * from asked_districts asked where ${narrow}),
  all_records as materialized (
    select r.*, d.province_id from (
      select 'problem' as kind, p.id, p.district_id, p.village_id, w.start_date as date, p.statement as text, p.themes
      from problems p join workshops w on w.id = p.workshop_id and w.deleted_at is null
      where p.deleted_at is null and p.statement <> '' and ${of("p")}
      union all
      select 'dialogue', g.id, g.district_id, g.village_id, g.date, array_to_string(array(
        select jsonb_array_elements_text(coalesce(g.decisions, g.agenda))), '; '), g.themes
      from dialogues g where g.deleted_at is null and ${of("g")}
      union all
      select 'visit', v.id, v.district_id, v.village_id, v.held_date, v.findings, v.themes
      from visits v where v.deleted_at is null and v.held_date is not null and ${of("v")}) r
    join chosen_districts d on d.id = r.district_id where ${inVillage}),
  records as (select * from all_records
    where ${year === null ? sql`true` : sql`date between ${`${year}-01-01`} and ${`${year}-12-31`}`}
      and ${kind === null ? sql`true` : sql`kind = ${kind}`})`;
};

const place = (alias: string) =>
  sql.raw(
    `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'nameLo', ${alias}.name_lo, 'nameEn', ${alias}.name_en, 'level', ${alias}.level)`,
  );

/** `{theme: n}` over a group of rows. */
const perTheme = (count: (theme: SQL) => SQL) =>
  sql`jsonb_build_object(${sql.join(
    themeCodes.map((theme) => sql`${sql.raw(`'${theme}'`)}, ${count(sql.raw(`'${theme}'`))}`),
    sql`, `,
  )})`;

const statement = (where: Where, below: Level) => sql`
  with ${recordsAsked(where)},
  below as (select case (select level from within_place) when 'province' then 'district' when 'district' then 'village'
    when 'village' then 'village' else ${below} end as level),
  keyed as materialized (
    select case b.level when 'province' then r.province_id when 'district' then r.district_id
        else coalesce(r.village_id, r.district_id) end as place, r.district_id, r.id, r.kind, r.village_id,
      case when jsonb_typeof(r.themes) = 'array' then r.themes end as themes
    from records r cross join below b),
  kinds as (
    select district_id, place, kind, count(*) as n, count(themes) as coded,
      ${perTheme((theme) => sql`count(*) filter (where themes ? ${theme})`)} as list
    from keyed group by 1, 2, 3),
  of_villages as (
    select district_id, place, count(themes) > 0 as coded, ${perTheme((theme) => sql`bool_or(themes ? ${theme})`)} as named
    from keyed where village_id is not null group by district_id, place, village_id),
  towns as (
    select district_id, place, count(*) as n, count(*) filter (where coded) as coded,
      ${perTheme((theme) => sql`count(*) filter (where (named->>${theme})::boolean)`)} as list
    from of_villages group by 1, 2),
  years as materialized (select distinct district_id, extract(year from date)::int as year from all_records)
  select b.level as below,
    (select coalesce(jsonb_agg(${place("p")} order by case p.level when 'province' then 1 when 'district' then 2 else 3 end), '[]')
      from within_place w join places p on p.id in (w.id, w.province_id, w.district_id)
      where exists (select from chosen_districts)) as path,
    (select coalesce(jsonb_agg(${place("p")} order by p.level, p.code nulls last, p.id), '[]') from places p
      where p.id in (select place from keyed)) as places,
    (select coalesce(jsonb_agg(jsonb_build_object('districtId', d.id,
        'kinds', (select coalesce(jsonb_agg(jsonb_build_array(place, kind, n, coded, list)), '[]') from kinds k where k.district_id = d.id),
        'villages', (select coalesce(jsonb_agg(jsonb_build_array(place, n, coded, list)), '[]') from towns v where v.district_id = d.id),
        'years', (select coalesce(jsonb_agg(y.year), '[]') from years y where y.district_id = d.id))), '[]')
      from chosen_districts d where exists (select from years y where y.district_id = d.id)) as districts
  from below b`;

/** Themes by place: k of the records coded, and how many nobody has coded yet. One statement. */
export async function themesOf(actor: Actor, asked: ThemesAsked): Promise<Themes> {
  requireCan(actor, "record.read");
  const own = readPlaces(actor);
  const { within, year, kind } = asked;
  const alone = own !== null && own.districtIds.length + (own.villageIds.length > 0 ? 1 : 0) === 1;
  const below = own === null ? "province" : alone ? "village" : "district";
  const districtIds = own === null || own.villageIds.length > 0 ? null : own.districtIds;
  const reading = { name: "themes", of: [within, year, kind], districtIds };
  return withKeptFacts<ThemeFacts, Themes>(actor.scope, reading, {
    read: async (tx, only) => {
      const [row] = await tx.execute<ThemeFacts>(statement({ ...asked, own, only }, below));
      return row as ThemeFacts;
    },
    renew: (kept, fresh, districts) => ({
      ...kept,
      places: [...new Map([...kept.places, ...fresh.places].map((place) => [place.id, place])).values()],
      districts: [
        ...kept.districts.filter(({ districtId }) => !districts.has(districtId)),
        ...fresh.districts,
      ],
    }),
    answer: (facts) => {
      if (within !== null && facts.path.length === 0) throw new AppError("not_found");
      return themesFrom(facts);
    },
  });
}

const byCode = (a: ThemePlace, b: ThemePlace) =>
  Number(a.code === null) - Number(b.code === null) || ((a.code ?? a.id) < (b.code ?? b.id) ? -1 : 1);

/** Sums of a place come district by district: whoever counts adds them up. */
function themesFrom({ districts, places, ...common }: ThemeFacts): Themes {
  const kinds = districts.flatMap((district) => district.kinds);
  const named = new Set(kinds.map(([place]) => place));
  return {
    ...common,
    kinds,
    places: places.filter(({ id }) => named.has(id)).toSorted(byCode),
    villages: districts.flatMap((district) => district.villages),
    years: [...new Set(districts.flatMap(({ years }) => years))].toSorted((a, b) => b - a),
  };
}

const shownAs = (show: RecordsShown) =>
  show === "open"
    ? sql`(r.themes is null or jsonb_typeof(r.themes) <> 'array')`
    : show === "none"
      ? sql`r.themes = '[]'::jsonb`
      : sql`r.themes ? ${show}`;

/** The records of a district or village behind a number, those not coded yet or those of one theme; the newest first. */
export function themeRecords(
  actor: Actor,
  asked: ThemesAsked & { show: RecordsShown },
): Promise<CodedRecord[]> {
  requireCan(actor, "record.read");
  const own = readPlaces(actor);
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ records: CodedRecord[] }>(sql`
      with ${recordsAsked({ ...asked, own })}
      select ${listOf(sql`
        select r.id, r.kind, r.date, r.text, case when jsonb_typeof(r.themes) = 'array' then r.themes end as themes,
          s.versions->>'themes' as seen, r.district_id as "districtId",
          case when v.id is not null then ${place("v")} end as village
        from records r left join subjects s on s.id = r.id left join places v on v.id = r.village_id
        where ${shownAs(asked.show)} order by r.date desc, r.id limit ${MOST}`)} as records`);
    return row?.records ?? [];
  });
}
