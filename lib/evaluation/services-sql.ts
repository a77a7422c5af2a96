import { sql } from "drizzle-orm";
import { chosenAndWanted, chosenJson } from "@/lib/comparison/chosen";
import { districtsWithin, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { indicatorsJson } from "@/lib/indicators/sql";
import type { EvaluationAsked } from "./asked";

type Asked = Omit<EvaluationAsked, "year"> &
  Readonly<{ year: number; districtIds: readonly string[] | null; day: string; end: number; reach: number }>;

const place = sql.raw(`'id', id, 'code', code, 'nameLo', name_lo, 'nameEn', name_en`);

/** As months since the year 0, which can be subtracted; and back. */
const at = (period: string) => sql.raw(`(${period} / 100 * 12 + ${period} % 100 - 1)`);
const periodAt = (month: string) => sql.raw(`(${month} / 12 * 100 + ${month} % 12 + 1)`);

/**
 * The villages whose first workshop was in one year, and those without any in the same districts, which stand at the middle
 * month of their district's workshops. Month by month how many had k of n, and each one's sums before and after, of months
 * that say all that is needed (`pairOf`). The village's own volunteers' counts. The workshop's own month is in neither sum.
 */
export const servicesStatement = ({ indicator, within, year, districtIds, day, end, reach }: Asked) => sql`
  with ${districtsWithin(districtIds, within)},
  ${chosenAndWanted(indicator, sql`team_only is not true`)},
  terms as materialized (
    select ltrim(t, '-') as code, (sum(sign) filter (where up))::int as k, (sum(sign) filter (where not up))::int as n
    from (
      select t, true as up, case when t like '-%' then -1 else 1 end as sign
        from chosen, jsonb_array_elements_text(numerator) t
      union all
      select t, false, case when t like '-%' then -1 else 1 end
        from chosen, jsonb_array_elements_text(coalesce(denominator, '[]')) t where population_kind is null) x
    group by 1),
  counted_as as materialized (select w.number, t.k, t.n from terms t join wanted w using (code)),
  villages as materialized (
    select v.id, v.district_id from places v join asked_districts d on d.id = v.district_id
    where v.level = 'village' and v.valid_to is null),
  firsts as materialized (
    select v.id, v.district_id, min(w.start_date) as first
    from workshops w join villages v on v.id = w.village_id and v.district_id = w.district_id
    where ${heldUntil(day, sql`w`)} and ${inVillage(sql`w`)} group by 1, 2),
  begun as materialized (
    select distinct village_id from workshops
    where deleted_at is null and village_id is not null and status <> 'cancelled' and start_date <= ${day}),
  years as (
    select district_id, json_agg(json_build_array(year, villages)) as list from (
      select district_id, extract(year from first)::int as year, count(*)::int as villages from firsts group by 1, 2) y
    group by 1),
  connect as materialized (
    select id, district_id, (extract(year from first) * 12 + extract(month from first) - 1)::int as month
    from firsts where extract(year from first)::int = ${year}::int),
  middles as (
    select district_id, percentile_disc(0.5) within group (order by month) as month from connect group by 1),
  compared as materialized (
    select c.*, true as connect from connect c
    union all
    select v.id, v.district_id, m.month, false from villages v join middles m on m.district_id = v.district_id
    where not exists (select from begun b where b.village_id = v.id)),
  pairs as (
    select c.district_id, c.id, c.connect, c.month, d.period, d.k, d.n
    from compared c cross join lateral (
      select d.period, sum(a.k * d.value)::int as k, sum(a.n * d.value)::int as n
      from counted_as a join data_values d on d.element_number = a.number
      where d.district_id = c.district_id and d.reporter_kind = 1 and d.reporter_id = c.id and d.source = 1
        and d.period between ${year * 100 - 99}::int and ${Math.min(end, year * 100 + 112)}::int
      group by d.period having count(*) = (select count(*) from terms)) d),
  far as materialized (
    select district_id, id, connect, month, ${at("period")} - month as far, k, n from pairs
    where ${at("period")} - month between ${-reach}::int and ${reach}::int),
  laid as (
    select district_id, json_agg(json_build_array(connect, far, k, n, villages)) as list from (
      select district_id, connect, far, k, n, count(*) as villages from far group by 1, 2, 3, 4, 5) x
    group by 1),
  sums as (
    select district_id, json_agg(json_build_array(connect, ${periodAt("month")}, k0, n0, m0, k1, n1, m1) order by id) as list from (
      select district_id, id, connect, month, sum(k) filter (where far < 0) as k0, sum(n) filter (where far < 0) as n0,
        count(*) filter (where far < 0) as m0, sum(k) filter (where far > 0) as k1, sum(n) filter (where far > 0) as n1,
        count(*) filter (where far > 0) as m1
      from far group by 1, 2, 3, 4) x
    group by 1)
  select ${chosenJson} as indicator,
    ${indicatorsJson(sql`team_only is not true`)} as indicators,
    (select json_build_object(${place}) from places where code = ${within}
      and exists (select from asked_districts d where places.id in (d.id, d.province_id))) as within,
    (select coalesce(json_agg(json_build_object(${place}) order by code), '[]') from places p
      where level = 'province' and valid_to is null and ${
        districtIds === null
          ? sql`true`
          : sql`exists (select from places d where d.province_id = p.id and d.id = any(${`{${districtIds.join(",")}}`}::uuid[]))`
      }) as provinces,
    (select coalesce(json_agg(json_build_object('districtId', d.id, 'years', coalesce(y.list, '[]'),
        'counted', coalesce(l.list, '[]'), 'compared', coalesce(s.list, '[]')) order by d.code), '[]')
      from asked_districts d left join years y on y.district_id = d.id left join laid l on l.district_id = d.id
        left join sums s on s.district_id = d.id) as "byDistrict"`;
