-- Imports of monthly values (docs/decisions/0042): set-based, a chunk at a time, in the one order of keys.
revoke insert, update, delete, truncate on value_import_chunks from connect_app;

-- The import, for whom it may concern, locked: nobody plans it anew while somebody begins to write it.
create or replace function value_import(p_import uuid) returns value_imports language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
declare
  i value_imports;
begin
  select * into i from value_imports where id = p_import
    and (app_admin() or district_ids <@ app_districts()) for update;
  if not found then raise insufficient_privilege; end if;
  return i;
end $$;

-- Where a reporter's values lie today: a health centre's at the village it stands in.
create or replace function reporter_district(p_kind smallint, p_reporter uuid) returns uuid language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select case p_kind when 1 then (select district_id from places where id = p_reporter)
    else (select coalesce(v.district_id, f.district_id) from facilities f left join places v on v.id = f.village_id
      where f.id = p_reporter) end $$;

-- From the values as read to the monthly values that are to stand: combinations and days added up, in chunks by district.
create or replace function plan_value_import(p_import uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp set jit = off set work_mem = '96MB' set enable_nestloop = off as $$
declare
  i value_imports := value_import(p_import);
begin
  if i.status not in ('reading', 'read') then raise check_violation using message = 'already written'; end if;
  delete from value_import_chunks where import_id = p_import;
  delete from value_import_conflicts where import_id = p_import and chunk <> 0;
  with said as materialized (
    select r.unit, r.element, r.period, min(r.row_no) as row_no, max(r.row_no) as last_row, count(*)::int as size,
      min(r.amount) as amount, count(r.amount)::int as given, min(r.amount) is distinct from max(r.amount) as differs
    from value_import_pages p, unnest(p.row_nos, p.units, p.elements, p.periods, p.amounts) as r(row_no, unit, element, period, amount)
    where p.import_id = p_import group by r.unit, r.element, r.period),
  meant as materialized (
    select d.district, d.kind, d.reporter, u.reporter_no, e.element_number, s.*,
      case when s.period > 999999 then s.period / 100 else s.period end as month,
      case when 'set_aside' in (u.outcome, e.outcome) then 'set_aside'
        when 'unknown' in (u.outcome, e.outcome) then 'unknown'
        when u.outcome <> 'matched' then u.outcome
        when d.district is null or not (app_admin() or d.district = any(app_districts())) then 'outside'
      end as unused
    from said s
      join value_import_ids u on u.import_id = p_import and u.kind = 'unit' and u.no = s.unit
      join value_import_ids e on e.import_id = p_import and e.kind = 'element' and e.no = s.element
      left join (select distinct on (reporter_no) reporter_no, reporter_kind as kind, reporter_id as reporter,
          reporter_district(reporter_kind, reporter_id) as district
        from value_import_ids where import_id = p_import and kind = 'unit' and outcome = 'matched' order by reporter_no) d
        on d.reporter_no = u.reporter_no),
  cells as materialized (
    select district, kind, reporter, element_number, month, min(row_no) as row_no, sum(size)::int as size, sum(amount) as amount,
      case when bool_or(differs or given not in (0, size)) then 'repeated'
        when bool_or(period > 999999) and bool_or(period <= 999999) then 'month_and_days'
        when sum(amount) > 1000000 then 'value_too_large' end as reason,
      max(last_row) filter (where differs or given not in (0, size)) as other_row
    from meant where unused is null group by district, kind, reporter, element_number, month),
  told as (
    insert into value_import_conflicts (import_id, chunk, row_no, field, value, reason)
    select p_import, -1, coalesce(other_row, row_no), 'value', row_no::text, reason from (
      select *, row_number() over (partition by reason order by row_no) as nth from cells where reason is not null) c
    where nth <= 1000 on conflict do nothing),
  counted as (
    update value_imports set unused = coalesce((select jsonb_object_agg(reason, size) from (
      select unused as reason, sum(size) as size from meant where unused is not null group by 1
      union all select reason, sum(size) from cells where reason is not null group by 1) c), '{}') where id = p_import)
  insert into value_import_chunks (import_id, no, district_id, reporter_kinds, reporters, elements, periods, amounts, row_nos, sizes)
  select p_import, row_number() over (order by district, part), district,
    array_agg(kind order by nth), array_agg(reporter order by nth), array_agg(element_number order by nth), array_agg(month order by nth),
    array_agg(amount::integer order by nth), array_agg(row_no order by nth), array_agg(size order by nth)
  from (select *, (nth - 1) / 5000 as part from (
    select *, row_number() over (partition by district order by kind, reporter, element_number, month) as nth
    from cells where reason is null) n) c
  group by district, part;
end $$;

-- What becomes of one chunk: only told, or done. A value that somebody verified is never replaced or taken away.
-- Five thousand keys are looked up one by one: the planner, who knows nothing of lists, would rather read all values each time.
create or replace function apply_value_chunk(p_import uuid, p_no integer, p_write boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  i value_imports := value_import(p_import);
  c value_import_chunks;
  deltas jsonb;
begin
  select * into c from value_import_chunks where import_id = p_import and no = p_no for update;
  if not found or c.written_at is not null then return; end if;
  if not (app_admin() or c.district_id = any(app_districts())) then raise insufficient_privilege; end if;
  if p_write then
    if i.status <> 'writing' then raise check_violation using message = 'not being written'; end if;
    -- Alone in the district; reports of a district write beside each other (index_report).
    perform pg_advisory_xact_lock(hashtextextended('values ' || c.district_id, 0));
  end if;
  delete from value_import_conflicts where import_id = p_import and chunk = p_no;
  with named as materialized (select distinct kind, reporter from unnest(c.reporter_kinds, c.reporters) as n(kind, reporter)),
  here as materialized (select reporter from named where c.district_id = reporter_district(kind, reporter)),
  cells as (
    select n.*, case when i.strategy <> 'DELETE' then n.said end as amount, n.reporter in (select h.reporter from here h) as here
    from unnest(c.reporter_kinds, c.reporters, c.elements, c.periods, c.amounts, c.row_nos, c.sizes)
      with ordinality as n(kind, reporter, element, month, said, row_no, size, nth)),
  judged as materialized (
    select t.*, d.value as had, d.status as had_status, case
      when not t.here then 'moved'
      when d.value is not distinct from t.amount then 'unchanged'
      when d.status = 2 and i.strategy <> 'CREATE' then 'verified'
      when d.value is null then case when i.strategy = 'UPDATE' then 'not_asked' else 'imported' end
      when i.strategy = 'CREATE' then 'not_asked'
      when t.amount is null then 'deleted' else 'updated' end as outcome
    from cells t left join data_values d on d.district_id = c.district_id and d.reporter_kind = t.kind
      and d.reporter_id = t.reporter and d.element_number = t.element and d.period = t.month and d.source = t.kind),
  gone as (
    delete from data_values d using judged j where p_write and j.outcome = 'deleted' and d.district_id = c.district_id
      and d.reporter_kind = j.kind and d.reporter_id = j.reporter and d.element_number = j.element and d.period = j.month
      and d.source = j.kind),
  stands as (
    insert into data_values as d (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select c.district_id, j.kind, j.reporter, j.element, j.month, j.kind, j.amount, 1
    from judged j where p_write and j.outcome in ('imported', 'updated') order by j.kind, j.reporter, j.element, j.month
    on conflict (district_id, reporter_kind, reporter_id, element_number, period, source) do update
      set value = excluded.value, status = excluded.status),
  told as (
    insert into value_import_conflicts (import_id, chunk, row_no, field, value, reason)
    select p_import, p_no, row_no, 'value', concat(amount, ' ≠ ', had), outcome from judged
    where outcome in ('verified', 'moved') order by row_no limit 1000 on conflict do nothing),
  kept as (
    update value_import_chunks k set
      counts = (select jsonb_object_agg(outcome, size) from (select outcome, sum(size) as size from judged group by outcome) o),
      done = case when p_write then (select array_agg(case outcome when 'imported' then 1 when 'updated' then 2
        when 'deleted' then 3 else 0 end::smallint order by nth) from judged) end,
      before = case when p_write then (select array_agg(had order by nth) from judged) end,
      before_status = case when p_write then (select array_agg(had_status order by nth) from judged) end,
      written_at = case when p_write then now() end
    where k.import_id = p_import and k.no = p_no)
  select jsonb_agg(jsonb_build_object('source', kind, 'element', element, 'period', month, 'total', total, 'reporters', reporters))
    into deltas
  from (select kind, element, month, sum(coalesce(amount, 0) - coalesce(had, 0)) as total,
      sum((amount is not null)::int - (had is not null)::int) as reporters
    from judged where outcome in ('imported', 'updated', 'deleted') group by kind, element, month) s;
  if p_write and deltas is not null then perform add_to_months(c.district_id, deltas); end if;
end $$;

-- Takes one written chunk back, except what somebody changed or verified since.
create or replace function undo_value_chunk(p_import uuid, p_no integer) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  i value_imports := value_import(p_import);
  c value_import_chunks;
  deltas jsonb;
begin
  select * into c from value_import_chunks where import_id = p_import and no = p_no for update;
  if not found or c.written_at is null or c.undone_at is not null then return; end if;
  if not (app_admin() or c.district_id = any(app_districts())) then raise insufficient_privilege; end if;
  perform pg_advisory_xact_lock(hashtextextended('values ' || c.district_id, 0));
  with named as materialized (select distinct kind, reporter from unnest(c.reporter_kinds, c.reporters) as n(kind, reporter)),
  here as materialized (select reporter from named where c.district_id = reporter_district(kind, reporter)),
  cells as (
    select n.*, case when n.done in (1, 2) then n.said end as amount
    from unnest(c.reporter_kinds, c.reporters, c.elements, c.periods, c.amounts, c.sizes, c.done, c.before, c.before_status)
      as n(kind, reporter, element, month, said, size, done, before, before_status)
    where n.done > 0),
  judged as materialized (
    select t.*, d.value as had, d.value is not distinct from t.amount and d.status is distinct from 2
      -- A decree may have moved the village since: its values lie elsewhere.
      and t.reporter in (select h.reporter from here h) as back
    from cells t left join data_values d on d.district_id = c.district_id and d.reporter_kind = t.kind
      and d.reporter_id = t.reporter and d.element_number = t.element and d.period = t.month and d.source = t.kind),
  gone as (
    delete from data_values d using judged j where j.back and j.before is null and d.district_id = c.district_id
      and d.reporter_kind = j.kind and d.reporter_id = j.reporter and d.element_number = j.element and d.period = j.month
      and d.source = j.kind),
  stands as (
    insert into data_values as d (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select c.district_id, j.kind, j.reporter, j.element, j.month, j.kind, j.before, j.before_status
    from judged j where j.back and j.before is not null order by j.kind, j.reporter, j.element, j.month
    on conflict (district_id, reporter_kind, reporter_id, element_number, period, source) do update
      set value = excluded.value, status = excluded.status),
  kept as (
    update value_import_chunks k set undone_at = now(), counts = k.counts || jsonb_build_object(
      'restored', (select coalesce(sum(size) filter (where back), 0) from judged),
      'stayed', (select coalesce(sum(size) filter (where not back), 0) from judged))
    where k.import_id = p_import and k.no = p_no)
  select jsonb_agg(jsonb_build_object('source', kind, 'element', element, 'period', month, 'total', total, 'reporters', reporters))
    into deltas
  from (select kind, element, month, sum(coalesce(before, 0) - coalesce(had, 0)) as total,
      sum((before is not null)::int - (had is not null)::int) as reporters
    from judged where back group by kind, element, month) s;
  if deltas is not null then perform add_to_months(c.district_id, deltas); end if;
end $$;

revoke all on function value_import(uuid), reporter_district(smallint, uuid), plan_value_import(uuid),
  apply_value_chunk(uuid, integer, boolean), undo_value_chunk(uuid, integer) from public;
grant execute on function plan_value_import(uuid), apply_value_chunk(uuid, integer, boolean), undo_value_chunk(uuid, integer)
  to connect_app;
