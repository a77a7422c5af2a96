-- The rows of lib/rollout/queries.ts by the same keys, without scope, policies or JSON.
select d.province_id, count(distinct w.village_id), count(distinct w.district_id), count(*), min(w.start_date), max(w.start_date)
  from workshops w join places d on d.id = w.district_id
  where w.status = 'done' and w.deleted_at is null and w.start_date <= :today group by 1;
select d.province_id, w.module, count(distinct coalesce(w.village_id, w.district_id)) from workshops w join places d on d.id = w.district_id
  where w.status = 'done' and w.deleted_at is null and w.start_date <= :today group by 1, 2;
select date_trunc('month', first), count(*) from (select village_id, min(start_date) as first from workshops
    where status = 'done' and deleted_at is null and start_date <= :today group by 1) v group by 1;
select date_trunc('month', first), count(*) from (select district_id, min(start_date) as first from workshops
    where status = 'done' and deleted_at is null and start_date <= :today group by 1) v group by 1;
select id, code, name_lo, name_en from places where level = 'province' and valid_to is null;
select province_id, count(*) from places where level = 'district' and valid_to is null group by 1;
select id, date, date_wording, villages, districts, provinces, wording, source from reach_figures where deleted_at is null;
