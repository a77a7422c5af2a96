import { sql } from "drizzle-orm";
import { districtsWithin, heldUntil } from "@/lib/counts/held-sql";
import { quarterOf } from "./villages-sql";

type Asked = Readonly<{ within: string | null; day: string; since: number; end: number }>;

/** Everything of the file that is a sum over places: workshops, who came, actions, what volunteers counted. */
export const sumsStatement = ({ within, day, since, end }: Asked) => sql`
  with ${districtsWithin(null, within)},
  areas as materialized (
    select d.id, d.code as district, p.code as province from asked_districts d left join places p on p.id = d.province_id),
  held as materialized (
    select w.id, w.module, w.level, a.province, extract(year from w.start_date)::int as year
    from workshops w join areas a on a.id = w.district_id where ${heldUntil(day, sql`w`)}),
  came as materialized (
    select h.year, t.sex, t.age_band, coalesce(e.family, 'unknown') as family, sum(t.people)::int as people
    from held h join attendance_tallies t on t.workshop_id = h.id and t.deleted_at is null
      left join ethnic_groups e on e.id = t.ethnic_group_id group by 1, 2, 3, 4),
  acts as (
    select a.province, coalesce(b.category, 'none') as category, x.status, count(*)::int as actions,
      percentile_cont(0.5) within group (order by x.due - coalesce(x.start, p.agreed_date)) as days
    from actions x join areas a on a.id = x.district_id join plans p on p.id = x.plan_id and p.deleted_at is null
      left join problems b on b.id = x.problem_id
    where x.deleted_at is null group by 1, 2, 3),
  terms as materialized (
    select i.code, i.population_kind is null and i.denominator is not null and i.denominator <> '[]' as share,
      t.number, t.top
    from indicators i cross join lateral (
      select e.number, true as top from jsonb_array_elements_text(i.numerator) n join data_elements e on e.code = n
      union all
      select e.number, false from jsonb_array_elements_text(coalesce(i.denominator, '[]')) n join data_elements e on e.code = n
      where i.population_kind is null) t
    where i.active and i.deleted_at is null and i.team_only is not true and not i.numerator::text like '%"-%'),
  counted as (
    select a.district, a.province, ${quarterOf("m.period")} as quarter, t.code, t.share,
      (sum(m.total) filter (where t.top))::int as k, (sum(m.total) filter (where not t.top))::int as n
    from terms t join district_months m on m.element_number = t.number and m.source = 1 and m.period between ${since} and ${end}
      join areas a on a.id = m.district_id
    group by 1, 2, 3, 4, 5)
  select
    (select coalesce(json_agg(json_build_array(province, year, module, level, n) order by province, year, module, level), '[]')
      from (select province, year, module, level, count(*)::int as n from held group by 1, 2, 3, 4) x) as workshops,
    (select coalesce(json_agg(json_build_array(year, sex, age_band, family, people)), '[]') from came) as came,
    (select coalesce(json_agg(json_build_array(province, category, status, actions, days) order by province, category, status), '[]')
      from acts) as actions,
    (select coalesce(json_agg(json_build_array(district, province, quarter, code, k, case when share then coalesce(n, 0) end)
      order by code, quarter, district), '[]') from counted where k is not null) as counted`;
