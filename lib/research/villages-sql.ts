import { sql } from "drizzle-orm";
import { districtsWithin, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { kindColumns, mainFamilies } from "@/lib/counts/village-kinds-sql";

type Asked = Readonly<{ within: string | null; day: string; since: number }>;
const quarter = (date: string) => sql.raw(`to_char(${date}, 'YYYY-"Q"Q')`);
/** Of a month, yyyymm. */
export const quarterOf = (period: string) =>
  sql.raw(`(${period} / 100)::text || '-Q' || ((${period} % 100 + 2) / 3)::text`);

/** Every village of an area that held a workshop or reported, as `ResearchVillage`. */
export const villagesStatement = ({ within, day, since }: Asked) => sql`
  with ${districtsWithin(null, within)},
  villages as materialized (
    select v.id, v.district_id, d.code as district, p.code as province
    from places v join asked_districts d on d.id = v.district_id left join places p on p.id = d.province_id
    where v.level = 'village' and v.valid_to is null),
  profiles as materialized (
    select distinct on (p.village_id) p.village_id, p.ethnic_groups, p.poverty_status, p.wet_access
    from village_profiles p join villages v on v.id = p.village_id and v.district_id = p.district_id
    where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc),
  ways as materialized (
    select c.village_id, min(c.travel_min_wet) as minutes from catchments c join villages v on v.id = c.village_id
    where c.valid_to is null group by 1),
  ${mainFamilies(sql`profiles`)},
  firsts as materialized (
    select w.village_id, min(w.start_date) as first from workshops w join villages v on v.id = w.village_id and v.district_id = w.district_id
    where ${heldUntil(day, sql`w`)} and ${inVillage(sql`w`)} group by 1),
  received as materialized (
    select reporter_id, json_object_agg(quarter, months) as list from (
      select reporter_id, ${quarterOf("period")} as quarter, count(distinct period)::int as months from reports
      where reporter_kind = 'village' and submitted and deleted_at is null and period >= ${since} group by 1, 2) x
    group by 1)
  select exists (select from asked_districts) as known, coalesce(json_agg(json_build_object('id', v.id, 'district', v.district, 'province', v.province,
      'first', ${quarter("f.first")}, 'family', k.family, 'travel', k.travel, 'season', k.season, 'poverty', k.poverty,
      'reports', coalesce(r.list, '{}')) order by v.id), '[]') as villages
  from villages v left join firsts f on f.village_id = v.id left join received r on r.reporter_id = v.id
    left join profiles p on p.village_id = v.id left join ways w on w.village_id = v.id left join main_families m on m.village_id = v.id
    cross join lateral (select ${kindColumns({ profile: sql`p`, minutes: sql`w.minutes`, family: sql`m.family` })}) k
  where f.village_id is not null or r.reporter_id is not null`;
