-- Monthly values: written here and nowhere else, so that a value, its status and the district's sums move together.
revoke insert, update, delete, truncate on data_values, district_months from connect_app;

create or replace function reporter_code(p_kind text) returns smallint language sql immutable parallel safe as $$
  select (case p_kind when 'village' then 1 when 'facility' then 2 end)::smallint $$;
create or replace function source_code(p_source text) returns smallint language sql immutable parallel safe as $$
  select (case p_source when 'village' then 1 when 'facility' then 2 when 'survey' then 3 end)::smallint $$;

-- What a verification names: the values as they stood (lib/indicators/values-digest.ts makes the same).
create or replace function values_digest(p_values jsonb) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(coalesce(string_agg(key || '=' || value::text, ';' order by key collate "C"), ''), 'UTF8')), 'hex')
  from jsonb_each(p_values) $$;

-- The last word of another person than its authors on the values of a report as they stand now; null while there is none.
create or replace function report_verified(p_report uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select v.verified from reports r join verifications v on v.report_id = r.id
  where r.id = p_report and v.deleted_at is null and v.seen = r.digest
    and not exists (select from changes c where c.subject_id = r.id and c.author_id = v.created_by)
  order by v.created_at desc, v.id desc limit 1 $$;

-- Adds to the sums of a district; keys in one order, so that two writers never wait for each other in a ring.
create or replace function add_to_months(p_district uuid, p_deltas jsonb) returns void language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into district_months as m (district_id, source, element_number, period, total, reporters)
  select p_district, d.source, d.element, d.period, d.total, d.reporters
  from jsonb_to_recordset(p_deltas) as d(source smallint, element smallint, period integer, total bigint, reporters integer)
  where d.total <> 0 or d.reporters <> 0
  order by d.source, d.element, d.period
  on conflict (district_id, source, element_number, period) do update
    set total = m.total + excluded.total, reporters = m.reporters + excluded.reporters;
  delete from district_months m using jsonb_to_recordset(p_deltas) as d(source smallint, element smallint, period integer)
  where m.district_id = p_district and m.source = d.source and m.element_number = d.element and m.period = d.period
    and m.reporters = 0;
end $$;

-- A report belongs to the place it reports for; a health centre's is written by its own people or the district's.
create or replace function check_report(r reports) returns void language plpgsql stable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (r.district_id = any(app_districts()) or r.village_id = any(app_villages())) then
    raise insufficient_privilege;
  end if;
  if r.reporter_kind = 'village' then
    if r.reporter_id is distinct from r.village_id then
      raise check_violation using message = 'a village reports for itself';
    end if;
    return;
  end if;
  if not exists (select from facilities f where f.id = r.reporter_id
      and (f.village_id = r.village_id or f.village_id is null and r.village_id is null and f.district_id = r.district_id)) then
    raise check_violation using message = 'no such facility there';
  end if;
  if not (r.district_id = any(app_districts())) and not exists (select from assignments a
      where a.user_id = app_user() and a.facility_id = r.reporter_id
        and a.from_date <= current_date and (a.to_date is null or current_date < a.to_date)) then
    raise insufficient_privilege;
  end if;
end $$;

-- Brings data_values and the district's sums to what the report says now. Only what it names is touched.
create or replace function index_report(p_report uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  r reports;
  live boolean;
  state smallint;
  deltas jsonb;
begin
  select * into r from reports where id = p_report;
  if not found then raise insufficient_privilege; end if;
  perform check_report(r);
  -- Not while an import writes the district's values (81-value-imports.sql).
  perform pg_advisory_xact_lock_shared(hashtextextended('values ' || r.district_id, 0));
  live := r.submitted is true and r.deleted_at is null;
  update reports set digest = values_digest(values),
    submitted_at = case when live then coalesce(submitted_at, now()) end where id = p_report;
  state := case when report_verified(p_report) then 2 else 1 end;
  with wanted as (
    select e.number as element, case when live and jsonb_typeof(v.value) = 'number' then v.value::text::int end as value
    from jsonb_each(r.values) v join data_elements e on e.code = v.key),
  before as (
    select d.element_number as element, d.value from data_values d join wanted w on w.element = d.element_number
    where d.district_id = r.district_id and d.reporter_kind = reporter_code(r.reporter_kind)
      and d.reporter_id = r.reporter_id and d.period = r.period and d.source = source_code(r.source)),
  gone as (
    delete from data_values d using wanted w
    where w.value is null and d.element_number = w.element and d.district_id = r.district_id
      and d.reporter_kind = reporter_code(r.reporter_kind) and d.reporter_id = r.reporter_id
      and d.period = r.period and d.source = source_code(r.source)),
  stands as (
    insert into data_values as d (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select r.district_id, reporter_code(r.reporter_kind), r.reporter_id, w.element, r.period, source_code(r.source),
      w.value, state from wanted w where w.value is not null order by w.element
    on conflict (district_id, reporter_kind, reporter_id, element_number, period, source) do update
      set value = excluded.value, status = excluded.status
      where (d.value, d.status) is distinct from (excluded.value, excluded.status))
  select jsonb_agg(jsonb_build_object('source', source_code(r.source), 'element', w.element, 'period', r.period,
    'total', coalesce(w.value, 0) - coalesce(b.value, 0),
    'reporters', (w.value is not null)::int - (b.value is not null)::int)) into deltas
  from wanted w left join before b using (element);
  if deltas is not null then perform add_to_months(r.district_id, deltas); end if;
end $$;

-- Values follow their reporter into another district, and so do the sums (architecture §5). Part of the moves of places.sql.
create or replace function move_values(p_reporters uuid[], p_to uuid) returns bigint language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
declare
  former record;
  touched bigint;
  total bigint := 0;
begin
  for former in
    select d.district_id, jsonb_agg(d.delta) as taken,
      jsonb_agg(d.delta || jsonb_build_object('total', -(d.delta->>'total')::bigint, 'reporters', -(d.delta->>'reporters')::int)) as left_over
    from (select district_id, jsonb_build_object('source', source, 'element', element_number, 'period', period,
        'total', sum(value), 'reporters', count(*)) as delta
      from data_values where reporter_id = any(p_reporters) and district_id <> p_to
      group by district_id, source, element_number, period) d
    group by d.district_id order by d.district_id
  loop
    update data_values set district_id = p_to where district_id = former.district_id and reporter_id = any(p_reporters);
    get diagnostics touched = row_count;
    total := total + touched;
    perform add_to_months(former.district_id, former.left_over);
    perform add_to_months(p_to, former.taken);
  end loop;
  return total;
end $$;

-- Sums of everything, made anew; answers how many of the kept ones were wrong. For scripts/rebuild-summaries.ts.
create or replace function rebuild_district_months() returns bigint language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  lock table district_months in share row exclusive mode;
  create temporary table right_months on commit drop as
    select district_id, source, element_number, period, sum(value)::bigint as total, count(*)::int as reporters
    from data_values group by district_id, source, element_number, period;
  select count(*) into wrong from right_months a full join district_months b
    using (district_id, source, element_number, period)
    where (a.total, a.reporters) is distinct from (b.total, b.reporters);
  if wrong > 0 then
    delete from district_months;
    insert into district_months (district_id, source, element_number, period, total, reporters)
    select district_id, source, element_number, period, total, reporters from right_months;
  end if;
  drop table right_months;
  return wrong;
end $$;

revoke all on function index_report(uuid), report_verified(uuid), add_to_months(uuid, jsonb), check_report(reports),
  move_values(uuid[], uuid), rebuild_district_months() from public;
grant execute on function index_report(uuid), report_verified(uuid) to connect_app;
