-- Mentees and their scores are for mentors and the district health office (docs/decisions/0049). What crosses this wall for the
-- governor's office, the province and the ministry is how many, where, and what a facility lacks: nobody's name or score.
create or replace function mentorship_covered(district uuid) returns boolean language sql stable set search_path = public, pg_temp
  as $$ select app_nation() or district = any(app_districts()) or district = any(app_mentorship_districts()) $$;

-- Per district with mentees: how they stand, where, and the sessions of the twelve months before a day.
create or replace function mentorship_counts(p_day date) returns table (district_id uuid, active int, on_leave int, replaced int,
    gone int, replacements int, facilities int, covered int, scored int, sessions int, cost_kip bigint, costed int, trained int)
  language sql stable security definer set search_path = public, pg_temp as $$
  with m as (select * from mentees where deleted_at is null and mentorship_covered(mentees.district_id)),
  scored as (
    select a.district_id, a.mentee_id, a.date, a.session_id from assessments a join checklists c on c.id = a.checklist_id
    where c.tool = 'osce' and a.finished and a.mentee_id is not null and a.deleted_at is null
      and mentorship_covered(a.district_id)),
  s as (select * from mentoring_sessions where deleted_at is null and mentorship_covered(mentoring_sessions.district_id)
      and start_date > p_day - interval '12 months' and start_date <= p_day)
  select m.district_id,
    count(*) filter (where m.status = 'active')::int, count(*) filter (where m.status = 'on_leave')::int,
    count(*) filter (where m.status = 'replaced')::int, count(*) filter (where m.status = 'left')::int,
    count(*) filter (where m.track = 'replacement')::int,
    (select count(*)::int from facilities f where f.district_id = m.district_id and f.valid_to is null
      and f.type in ('district_hospital_a', 'district_hospital_b', 'health_centre_a', 'health_centre_b')),
    count(distinct m.facility_id) filter (where m.status = 'active')::int,
    count(*) filter (where m.status = 'active' and exists (select from scored x where x.mentee_id = m.id
      and date_trunc('quarter', x.date) = date_trunc('quarter', p_day)))::int,
    (select count(*)::int from s where s.district_id = m.district_id),
    (select sum(s.cost_kip)::bigint from s where s.district_id = m.district_id),
    (select count(s.cost_kip)::int from s where s.district_id = m.district_id),
    (select count(distinct x.mentee_id)::int from scored x join s on s.id = x.session_id
      where s.district_id = m.district_id and s.cost_kip is not null)
  from m group by m.district_id $$;

-- What sessions of a year say they cost, by whose money and whether a budget line has it already; no session told apart.
create or replace function mentorship_costs() returns table (district_id uuid, year int, fund_source text, in_budget boolean,
    kip bigint, sessions int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.district_id, extract(year from s.start_date)::int, s.fund_source, s.in_budget, sum(s.cost_kip)::bigint, count(*)::int
  from mentoring_sessions s where s.deleted_at is null and s.cost_kip is not null and mentorship_covered(s.district_id)
  group by 1, 2, 3, 4 $$;

-- Per facility of a district: active mentees, since when there are any, and the newest readiness.
drop function if exists mentorship_facilities();
create or replace function mentorship_facilities(p_district uuid) returns table (district_id uuid, facility_id uuid, name_lo text, name_en text,
    type text, active int, since date, checklist_id uuid, looked_on date, marks jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.district_id, f.id, f.name_lo, f.name_en, f.type, coalesce(m.active, 0)::int, m.since, r.checklist_id, r.date, r.marks
  from facilities f
    left join lateral (select count(*) filter (where status = 'active') as active, min(from_date) as since from mentees
      where facility_id = f.id and district_id = f.district_id and deleted_at is null) m on true
    left join lateral (select a.checklist_id, a.date, a.marks from assessments a join checklists c on c.id = a.checklist_id
      where a.facility_id = f.id and a.district_id = f.district_id and a.mentee_id is null and a.finished and c.tool = 'readiness'
        and a.deleted_at is null order by a.date desc, a.id desc limit 1) r on true
  where f.valid_to is null and f.district_id = p_district and mentorship_covered(p_district)
    and f.type in ('district_hospital_a', 'district_hospital_b', 'health_centre_a', 'health_centre_b')
  order by f.type, f.name_lo, f.id $$;

-- What health centres of a district counted, month by month, of the few elements that mentorship is for.
create or replace function mentorship_values(p_district uuid, p_elements text[]) returns table (facility_id uuid, element text,
    period int, value int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.reporter_id, e.code, v.period, v.value from data_values v join data_elements e on e.number = v.element_number
  where v.district_id = p_district and mentorship_covered(p_district) and v.reporter_kind = 2 and v.source = 2
    and e.code = any(p_elements) and e.code in ('ANC4', 'FAC_DELIV', 'EIBF') $$;

-- Agreed steps past their date, for the governor's list: where, since when, whether of a mentee; never whose nor what.
create or replace function mentorship_late_steps(p_district uuid, p_day date) returns table (facility_id uuid, due date, of_mentee boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.facility_id, s.due, s.mentee_id is not null from next_steps s
  where s.district_id = p_district and mentorship_covered(p_district) and s.deleted_at is null and s.due < p_day
    and s.status not in ('done', 'dropped') order by s.due, s.id limit 500 $$;

-- Since when health centres have had a mentee, for what changed there: no person in it.
create or replace function mentorship_since(p_districts uuid[]) returns table (facility_id uuid, district_id uuid, since date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.district_id, min(m.from_date)
  from mentees m join facilities f on f.id = m.facility_id and f.district_id = m.district_id
  where m.deleted_at is null and f.valid_to is null and m.district_id = any(p_districts)
    and f.type in ('health_centre_a', 'health_centre_b') and mentorship_covered(m.district_id)
  group by 1, 2 $$;

revoke all on function mentorship_counts(date), mentorship_facilities(uuid), mentorship_covered(uuid),
  mentorship_values(uuid, text[]), mentorship_late_steps(uuid, date), mentorship_since(uuid[]), mentorship_costs() from public;
grant execute on function mentorship_counts(date), mentorship_facilities(uuid), mentorship_covered(uuid),
  mentorship_values(uuid, text[]), mentorship_late_steps(uuid, date), mentorship_since(uuid[]), mentorship_costs() to connect_app;
