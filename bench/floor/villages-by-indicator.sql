-- $1 district, $2 first month (yyyymm), $3 numbers of the indicator's elements. The rows of lib/comparison/statements.ts, by the
-- same keys, without scope, policies or JSON.
select p.id, p.name_lo, p.name_en, p.lat, p.lng, h.first from places p
  left join (select village_id, min(start_date) as first from workshops where district_id = $1 and deleted_at is null
    and status <> 'cancelled' group by village_id) h on h.village_id = p.id
  where p.district_id = $1 and p.level = 'village' and p.valid_to is null;
select a.village_id, a.due, a.status
from (select distinct on (village_id) id from plans where district_id = $1 and deleted_at is null and village_id is not null
      order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc) p
  join actions a on a.plan_id = p.id and a.deleted_at is null;
select village_id, max(held_date) from visits where district_id = $1 and deleted_at is null group by village_id;
select distinct on (village_id) village_id, wet_access, ethnic_groups from village_profiles
  where district_id = $1 and deleted_at is null order by village_id, date desc;
select c.village_id, c.travel_min_dry, f.code, f.name_lo, f.name_en from catchments c join facilities f on f.id = c.facility_id
  where c.district_id = $1 and c.valid_to is null;
select d.reporter_id, d.element_number, d.period, d.value from places p join data_values d on d.district_id = $1
    and d.reporter_kind = 1 and d.reporter_id = p.id and d.element_number = any($3) and d.period >= $2 and d.source = 1
  where p.district_id = $1 and p.level = 'village' and p.valid_to is null;
select village_id, year, value, method, as_of from population_figures
  where district_id = $1 and deleted_at is null and kind = 'expected_pregnancies' and village_id is not null;
select p.id, max(x.period) from places p cross join lateral (
    (select r.period from reports r where r.reporter_id = p.id and r.submitted and r.deleted_at is null order by r.period desc limit 1)
    union all
    select d.period from unnest($3) e(number) cross join lateral (select period from data_values d where d.district_id = $1
      and d.reporter_kind = 1 and d.reporter_id = p.id and d.element_number = e.number order by period desc limit 1) d) x
  where p.district_id = $1 and p.level = 'village' group by p.id;
