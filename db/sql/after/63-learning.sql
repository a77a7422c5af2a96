-- What worked, across districts (docs/decisions/0050): only what public pages tell. A case is an action done and confirmed by another
-- office, of a displayed plan whose village has agreed to a public page and not taken that back.

-- Actions reported done on displayed plans, by category; whether confirmed and agreed is asked of few of them, last.
create or replace view worked_candidates as
  select q.category, a.id as action_id, a.village_id, v.province_id, a.status_date, a.status_report_id, p.workshop_id
  from problems q
    join actions a on a.problem_id = q.id and a.status = 'done' and a.deleted_at is null and a.what <> ''
    join plans p on p.id = a.plan_id and p.displayed_date is not null and p.deleted_at is null
    join places v on v.id = a.village_id
  where q.deleted_at is null;
revoke all on worked_candidates from connect_app;

create or replace function has_worked(p_report uuid, p_workshop uuid) returns boolean language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(report_confirmed(p_report), false)
    and consent_stands(p_workshop, 'public_page', (now() at time zone 'Asia/Vientiane')::date)
$$;

drop function if exists worked_categories(text[]), worked_in(text);
-- The first of the categories that has a case; stops at the first one found.
create or replace function worked_first(p_all text[]) returns text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.c from unnest(p_all) with ordinality t(c, n) cross join lateral (
    select from worked_candidates w where w.category = t.c and has_worked(w.status_report_id, w.workshop_id) limit 1) one
  order by t.n limit 1
$$;

-- What makes two villages alike. Only of a village that the caller covers: of others nothing is compared.
create or replace function village_likeness(p_village uuid) returns table (centre uuid, main_group text, languages jsonb, wet text,
    province uuid) language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select (select c.facility_id from catchments c where c.village_id = v.id and c.valid_to is null limit 1),
    (select g->>'group' from jsonb_array_elements(coalesce(f.ethnic_groups, '[]')) g
      order by coalesce((g->>'people')::numeric, (g->>'share')::numeric) desc nulls last limit 1),
    f.languages, nullif(f.wet_access, 'unknown'), v.province_id
  from places v left join lateral (select * from village_profiles x where x.district_id = v.district_id and x.village_id = v.id
    and x.deleted_at is null order by x.date desc limit 1) f on true
  where v.id = p_village
$$;

-- The cases, those most like the reader's own village first. `like`: why, as codes.
create or replace function worked_cases(p_category text, p_village uuid, p_most int) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with mine as (
    select m.* from places v cross join lateral village_likeness(v.id) m
    where v.id = p_village and (v.id = any(app_villages()) or v.district_id = any(app_districts()) or app_nation())
  ), near as (
    -- Of a country's cases so many are looked at: the newest of the own province, and the newest.
    -- `offset 0`: in that order, and no further than needed.
    (select n.* from (select * from worked_candidates w where w.category = p_category and w.village_id is distinct from p_village
        and w.province_id = (select province from mine) order by w.status_date desc nulls last, w.action_id offset 0) n
      where has_worked(n.status_report_id, n.workshop_id) limit 3 * p_most)
    union
    (select n.* from (select * from worked_candidates w where w.category = p_category and w.village_id is distinct from p_village
        order by w.status_date desc nulls last, w.action_id offset 0) n
      where has_worked(n.status_report_id, n.workshop_id) limit p_most)
  ), cases as (
    select w.action_id, w.village_id, array_remove(array[
        case when l.centre = m.centre then 'centre' end,
        case when l.main_group = m.main_group then 'group' end,
        case when exists (select from jsonb_array_elements_text(l.languages) t where t <> 'lao' and m.languages ? t) then 'language' end,
        case when l.wet = m.wet then 'access' end,
        case when l.province = m.province then 'province' end], null) as alike
    from near w left join mine m on true
      -- Nothing to compare with: nothing is looked up.
      left join lateral village_likeness(case when m.province is not null then w.village_id end) l on true
  )
  select coalesce(jsonb_agg(r), '[]') from (
    select c.village_id as "villageId", v.code, v.name_lo as "nameLo", v.name_en as "nameEn", d.name_lo as "districtLo",
      d.name_en as "districtEn", v.district_id as "districtId", a.what, a.status_date as "doneOn", a.lead, c.alike,
      action_voices(a.id) as said, w.source, (select min(x.start_date) from workshops x where x.village_id = c.village_id
        and x.deleted_at is null and x.status <> 'cancelled') as workshop
    from cases c join actions a on a.id = c.action_id join places v on v.id = c.village_id join places d on d.id = v.district_id
      join plans p on p.id = a.plan_id join workshops w on w.id = p.workshop_id
    order by ('centre' = any(c.alike)) desc, cardinality(c.alike) desc, a.status_date desc nulls last, a.id limit p_most) r
$$;

-- A village's own monthly counts of the named elements, for villages with a case only; whoever shows them hides small ones.
create or replace function worked_values(p_category text, p_villages uuid[], p_elements text[], p_since int) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with worked as materialized (
    select distinct w.village_id from worked_candidates w
    where w.category = p_category and w.village_id = any(p_villages) and has_worked(w.status_report_id, w.workshop_id))
  select jsonb_build_object(
    'cells', coalesce((select jsonb_agg(jsonb_build_array(v.id, e.code, d.period, d.source, d.value) order by d.period)
      from places v join data_values d on d.district_id = v.district_id and d.reporter_kind = 1 and d.reporter_id = v.id
        and d.period >= p_since join data_elements e on e.number = d.element_number and e.code = any(p_elements) and e.team_only is not true
      where v.id in (select village_id from worked)), '[]'),
    'figures', coalesce((select jsonb_agg(jsonb_build_object('villageId', f.village_id, 'kind', f.kind, 'year', f.year, 'value', f.value,
        'method', f.method, 'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id)
      from population_figures f where f.facility_id is null and f.deleted_at is null
        and f.village_id in (select village_id from worked)), '[]'))
$$;

revoke all on function has_worked(uuid, uuid), worked_first(text[]), village_likeness(uuid), worked_cases(text, uuid, int),
  worked_values(text, uuid[], text[], int) from public, connect_app;
grant execute on function worked_first(text[]), worked_cases(text, uuid, int), worked_values(text, uuid[], text[], int) to connect_app;
