-- The rows of lib/rollout/reach-facts.ts, lib/rollout/board-sql.ts and lib/counts/governance-queries.ts by the same keys, without
-- scope, policies or JSON: what was reached, the year's plan by village with the day of every stage, measures of governance.
with held as (
  select w.district_id, w.village_id, w.module, count(*) as workshops, min(w.start_date) as first, max(w.start_date) as last
  from workshops w where w.status = 'done' and w.deleted_at is null and w.start_date <= :today group by 1, 2, 3)
select district_id, count(distinct village_id), sum(workshops), min(first), max(last) from held group by 1;
select district_id, module, count(distinct coalesce(village_id, district_id)) from workshops
  where status = 'done' and deleted_at is null and start_date <= :today group by 1, 2;
select district_id, date_trunc('month', first), count(*) from (select district_id, village_id, min(start_date) as first from workshops
    where status = 'done' and deleted_at is null and start_date <= :today and village_id is not null group by 1, 2) v group by 1, 2;
with newest as (
  select distinct on (p.village_id) p.village_id, p.district_id, p.population, p.females, p.ethnic_groups from village_profiles p
  where p.deleted_at is null and p.date <= :today order by p.village_id, p.date desc, p.created_at desc)
select district_id, count(population), sum(population), count(females), sum(females) from newest group by 1;
with newest as (
  select distinct on (p.village_id) p.village_id, p.district_id, p.ethnic_groups from village_profiles p
  where p.deleted_at is null and p.date <= :today order by p.village_id, p.date desc, p.created_at desc),
weighed as (
  select n.district_id, n.village_id, e.family, sum(coalesce(g.people, g.share)) as weight from newest n
    cross join lateral jsonb_to_recordset(n.ethnic_groups) as g("group" text, people numeric, share numeric)
    join ethnic_groups e on e.id = g."group" group by 1, 2, 3)
select district_id, family, sum(weight) from weighed group by 1, 2;
select w.district_id, a.sex, a.age_band, sum(a.people) from workshops w join attendance_tallies a on a.workshop_id = w.id and a.deleted_at is null
  where w.status = 'done' and w.deleted_at is null and w.start_date <= :today group by 1, 2, 3;
select id, date, date_wording, villages, districts, provinces, wording, source from reach_figures where deleted_at is null;
with firsts as (
  select village_id, level, module, min(start_date) as held_on, min(cost_kip) as spent from workshops
  where status = 'done' and deleted_at is null and start_date between :yearStart and :today group by 1, 2, 3),
planned as (
  select i.district_id, i.village_id, min(i.planned_date) as due, max(f.held_on) as held_on from rollout_items i
    left join firsts f on f.village_id = i.village_id and f.level = i.level and f.module = i.module
  where i.deleted_at is null and i.year = :thisYear and i.level = 'village' and i.village_id is not null group by 1, 2),
shown as (
  select p.village_id, min(p.displayed_date) as day, min(v.held_date) filter (where v.offset_months = 3) as three,
    min(v.held_date) filter (where v.offset_months = 6) as six
  from workshops w join plans p on p.workshop_id = w.id and p.deleted_at is null left join visits v on v.plan_id = p.id and v.deleted_at is null
  where w.status = 'done' and w.deleted_at is null and w.start_date between :yearStart and :today group by 1),
centres as (
  select n.village_id, min(w.start_date) as day from workshops w join catchments c on c.village_id = w.village_id and c.valid_to is null
    join catchments n on n.facility_id = c.facility_id and n.valid_to is null
  where w.level = 'hc' and w.status = 'done' and w.deleted_at is null group by 1),
districts as (
  select district_id, min(start_date) filter (where level = 'district') as district, min(start_date) filter (where level = 'province') as province
  from workshops where status = 'done' and deleted_at is null and start_date <= :today group by 1),
trained as (select district_id, min(date) as day from facilitator_trainings where deleted_at is null group by 1),
paid as (
  select distinct on (village_id) village_id, fund_source from workshops
  where status = 'done' and deleted_at is null and start_date between :yearStart and :today order by village_id, start_date desc)
select p.district_id, p.village_id, p.due, p.held_on, d.province, t.day, d.district, c.day, s.day, s.three, s.six, a.fund_source, g.since
from planned p left join shown s on s.village_id = p.village_id left join centres c on c.village_id = p.village_id
  left join districts d on d.district_id = p.district_id left join trained t on t.district_id = p.district_id
  left join paid a on a.village_id = p.village_id left join peer_guides g on g.village_id = p.village_id;
select district_id, level, module, funder_id, funding, count(*), count(cost_kip), sum(cost_kip) from rollout_items
  where deleted_at is null and year = :thisYear group by 1, 2, 3, 4, 5;
with newest as (
  select distinct on (p.village_id) p.village_id, p.district_id, p.poverty_status, p.wet_access from village_profiles p
  where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc)
select n.district_id, n.poverty_status, n.wet_access, c.travel_min_wet > 120, count(*) from newest n
  left join catchments c on c.village_id = n.village_id and c.valid_to is null group by 1, 2, 3, 4;
with newest as (
  select distinct on (village_id) id, district_id from plans where deleted_at is null and village_id is not null
  order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc),
paid as (
  select p.district_id, a.plan_id, bool_and(a.fund_source in ('village', 'hc', 'district', 'province', 'inkind')) as local
  from newest p join actions a on a.plan_id = p.id and a.deleted_at is null and a.fund_source is not null group by 1, 2)
select district_id, count(*) filter (where local), count(*) from paid group by 1;
select district_id, count(*) filter (where kept = 'kept'), count(*) from commitments where deleted_at is null and due <= :today group by 1;
select district_id, count(*), sum(women), sum(men) from dialogues where deleted_at is null and date between :yearStart and :today group by 1;
select district_id, sum(speakers_women), sum(speakers_men) from workshops
  where status = 'done' and deleted_at is null and start_date <= :today group by 1;
select p.district_id, g.kind, count(*) from problems p join workshop_groups g on g.id = p.raised_by_group_id and g.deleted_at is null
  where p.deleted_at is null group by 1, 2;
select b.district_id, b.workshop_id, b.group_id, b.problem_id, sum(b.dots) from ballots b where b.deleted_at is null group by 1, 2, 3, 4;
select id, code, name_lo, name_en, province_id from places where level in ('province', 'district') and valid_to is null;
