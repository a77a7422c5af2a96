-- The rows of lib/comparison/statements.ts by the same keys, without scope, policies or JSON. Values: bench/floor-values.ts.
select p.id, p.code, p.name_lo, p.name_en, p.lat, p.lng, h.first from places p
  left join (select village_id, min(start_date) as first from workshops where district_id = :district and deleted_at is null
    and status <> 'cancelled' group by village_id) h on h.village_id = p.id
  where p.district_id = :district and p.level = 'village' and p.valid_to is null;
select a.village_id, a.due, a.status
from (select distinct on (village_id) id from plans where district_id = :district and deleted_at is null and village_id is not null
      order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc) p
  join actions a on a.plan_id = p.id and a.deleted_at is null;
select village_id, max(held_date) from visits where district_id = :district and deleted_at is null group by village_id;
select distinct on (village_id) village_id, wet_access, ethnic_groups from village_profiles
  where district_id = :district and deleted_at is null order by village_id, date desc;
select c.village_id, c.travel_min_dry, f.id, f.code, f.name_lo, f.name_en from catchments c join facilities f on f.id = c.facility_id
  where c.district_id = :district and c.valid_to is null;
select d.reporter_id, d.element_number, array_agg(d.period), array_agg(d.value) from places p join data_values d
    on d.district_id = :district and d.reporter_kind = 1 and d.reporter_id = p.id and d.element_number = any(:chosen)
      and d.period >= :threeYears and d.source = 1
  where p.district_id = :district and p.level = 'village' and p.valid_to is null group by 1, 2;
select village_id, year, value, method, as_of, source from population_figures
  where district_id = :district and deleted_at is null and kind = :kind and village_id is not null;
select p.id, x.period from places p cross join lateral (select r.period from reports r where r.reporter_id = p.id and r.submitted
    and r.deleted_at is null order by r.period desc limit 1) x
  where p.district_id = :district and p.level = 'village';
select p.id, max(d.period) from places p cross join unnest(:chosen) e(number) cross join lateral (select period from data_values d
    where d.district_id = :district and d.reporter_kind = 1 and d.reporter_id = p.id and d.element_number = e.number
    order by period desc limit 1) d
  where p.district_id = :district and p.level = 'village' group by p.id;
select village_id, round_id, instrument_id, count(score), sum(score), sum(score * score) from trust_answers
  where district_id = :district and released group by 1, 2, 3;
select id, village_id, instrument_id, wave, start_date from trust_rounds where district_id = :district and deleted_at is null;
select * from indicators where active;
