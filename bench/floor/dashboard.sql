-- The rows of lib/attention/queries.ts by the same keys, without scope, policies or JSON. Values: bench/floor-values.ts.
select w.village_id, w.id, w.start_date, w.status, pl.code, pl.name_lo, pl.name_en, pl.lat, pl.lng
from (select distinct on (village_id) id, village_id, start_date, status from workshops
      where district_id = :district and deleted_at is null and village_id is not null and status <> 'cancelled'
      order by village_id, start_date desc, created_at desc) w
  join places pl on pl.id = w.village_id;
select plan_id, offset_months, due_date, held_date, next_visit_due from visits where district_id = :district and deleted_at is null;
select distinct on (village_id) village_id, ethnic_groups from village_profiles
  where district_id = :district and deleted_at is null order by village_id, date desc;
select a.id, a.village_id, a.plan_id, a.problem_id, a.what, a.level, a.lead, a.due, a.status, a.status_date
from (select distinct on (village_id) id from plans where district_id = :district and deleted_at is null and village_id is not null
      order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc) p
  join actions a on a.plan_id = p.id and a.deleted_at is null
order by a.due nulls last, a.id;
select id, statement, position from problems where district_id = :district;
select id, village_id, party, text, due, kept from commitments where district_id = :district and deleted_at is null order by due, id;
select f.id, f.name_lo, f.name_en, f.lat, f.lng, count(distinct c.village_id), min(w.start_date)
from facilities f left join catchments c on c.facility_id = f.id and c.valid_to is null
  left join workshops w on w.village_id = c.village_id and w.deleted_at is null and w.status <> 'cancelled'
where f.district_id = :district and f.valid_to is null group by f.id;
select reporter_id, element_number, array_agg(period), array_agg(value) from data_values
  where district_id = :district and reporter_kind = 2 and source = 2 and element_number = any(:elements) and period >= :since
  group by 1, 2;
select element_number, period, total, reporters from district_months
  where district_id = :district and source = 2 and element_number = any(:elements) and period >= :since;
select reporter_id, bit_or(1 << period % 100) from data_values
  where district_id = :district and reporter_kind = 1 and source = 1 and element_number = any(:elements) and period >= :year
  group by 1;
select reporter_id, bit_or(1 << period % 100) from data_values
  where district_id = :district and reporter_kind = 2 and source = 2 and element_number = any(:elements) and period >= :year
  group by 1;
select reporter_id, bit_or(1 << period % 100) from reports
  where district_id = :district and period >= :year and submitted and deleted_at is null group by 1;
select village_id, round_id, instrument_id, count(score), sum(score), sum(score * score) from trust_answers
  where district_id = :district and released group by 1, 2, 3;
select id, village_id, instrument_id, wave, start_date from trust_rounds where district_id = :district and deleted_at is null;
select * from indicators where active;
select * from instructions where district_id = :district and deleted_at is null;
