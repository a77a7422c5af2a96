-- The rows of lib/districts/province-queries.ts and lib/comparison/district-queries.ts by the same keys, without scope, policies
-- or JSON.
select a.district_id, count(*), count(*) filter (where a.status = 'done'),
    count(*) filter (where a.due < :today and a.status not in ('done', 'dropped'))
  from (select distinct on (village_id) id from plans where district_id = any(:districts) and deleted_at is null
      and village_id is not null
      order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc) p
    join actions a on a.plan_id = p.id and a.deleted_at is null group by a.district_id;
select district_id, count(distinct village_id), max(start_date) from workshops
  where district_id = any(:districts) and deleted_at is null and status = 'done' group by 1;
select id, code, name_lo, name_en from places where id = any(:districts);
select * from indicators where active;
select district_id, element_number, period, total from district_months
  where district_id = any(:districts) and source = 2 and element_number = any(:first) and period >= :year;
select district_id, year, value, method, as_of from population_figures
  where district_id = any(:districts) and village_id is null and facility_id is null and deleted_at is null and kind = :firstKind;
