-- Imports of monthly values (docs/decisions/0042): set-based, a chunk at a time, in the one order of keys.
revoke insert, update, delete, truncate on value_import_chunks from connect_app;

drop function if exists reporter_district(smallint, uuid);

-- The import, for whom it may concern, locked: nobody plans it anew while somebody begins to write it. Chunks lock it beside each other.
drop function if exists value_import(uuid);
create or replace function value_import(p_import uuid, p_alone boolean) returns value_imports language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
declare
  i value_imports;
begin
  if p_alone then
    select * into i from value_imports where id = p_import and (app_admin() or district_ids <@ app_districts()) for update;
  else
    select * into i from value_imports where id = p_import and (app_admin() or district_ids <@ app_districts()) for share;
  end if;
  if not found then raise insufficient_privilege; end if;
  return i;
end $$;

-- From the values as read to the monthly values that are to stand: combinations and days added up, in chunks by district.
-- District, reporter, element and month are one number, so that a million rows are put in order as numbers.
create or replace function plan_value_import(p_import uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  set jit = off set work_mem = '64MB' set enable_nestloop = off set enable_hashagg = off as $$
declare
  i value_imports := value_import(p_import, true);
begin
  if i.status not in ('reading', 'read') then raise check_violation using message = 'already written'; end if;
  delete from value_import_chunks where import_id = p_import;
  delete from value_import_conflicts where import_id = p_import and chunk <> 0;
  with lying as (
    select u.no, u.outcome, u.reporter_kind as kind, u.reporter_id as reporter,
      case u.reporter_kind when 1 then p.district_id when 2 then coalesce(v.district_id, f.district_id) end as district
    from value_import_ids u left join places p on u.reporter_kind = 1 and p.id = u.reporter_id
      left join facilities f on u.reporter_kind = 2 and f.id = u.reporter_id left join places v on v.id = f.village_id
    where u.import_id = p_import and u.kind = 'unit'),
  unit as materialized (
    select *, dense_rank() over (order by unused is not null, district) as district_no,
      dense_rank() over (order by unused is not null, district, kind, reporter) as reporter_no
    from (select no, kind, reporter, district, case when outcome <> 'matched' then outcome
        when district is null or not (app_admin() or district = any(app_districts())) then 'outside' end as unused
      from lying) l),
  element as materialized (
    select no, element_number, outcome from value_import_ids where import_id = p_import and kind = 'element'),
  read as (
    select r.*, (u.district_no << 49) + (u.reporter_no << 33) + (e.element_number::bigint << 18)
        + case when r.period > 999999 then r.period / 100 else r.period end as cell
    from (select unnest(row_nos) as row_no, unnest(units) as unit, unnest(elements) as element, unnest(periods) as period,
        unnest(amounts) as amount from value_import_pages where import_id = p_import) r
      join unit u on u.no = r.unit and u.unused is null join element e on e.no = r.element and e.outcome = 'matched'),
  said as (
    select cell, period, min(row_no) as row_no, max(row_no) as last_row, count(*)::int as size, min(amount) as amount,
      count(amount) not in (0, count(*)) or min(amount) is distinct from max(amount) as differs
    from read group by cell, unit, element, period),
  -- Numbered as they come, which is in the order of cells: to sort a million rows once more would take a second.
  cells as materialized (
    select *, row_number() over (order by cell) as nth from (
      select cell, min(row_no) as row_no, sum(size)::int as size, case when sum(amount) <= 1000000 then sum(amount)::integer end as amount,
        case when bool_or(differs) then 'repeated'
          when bool_or(period > 999999) and bool_or(period <= 999999) then 'month_and_days'
          when sum(amount) > 1000000 then 'value_too_large' end as reason,
        max(last_row) filter (where differs) as other_row
      from said group by cell) c),
  told as (
    insert into value_import_conflicts (import_id, chunk, row_no, field, value, reason)
    select p_import, -1, coalesce(other_row, row_no), 'value', row_no::text, reason from (
      select *, row_number() over (partition by reason order by row_no) as of_reason from cells where reason is not null) c
    where of_reason <= 1000 on conflict do nothing),
  -- Rows of no use, by their pair of ids; only where there is such an id are the pages read once more.
  aside as (
    select case when 'set_aside' in (u.unused, e.outcome) then 'set_aside' when 'unknown' in (u.unused, e.outcome) then 'unknown'
        else u.unused end as reason, sum(r.size) as size
    from (select unit, element, count(*) as size from (
        select unnest(units) as unit, unnest(elements) as element from value_import_pages where import_id = p_import) r
      where exists (select from unit where unused is not null) or exists (select from element where outcome <> 'matched')
      group by unit, element) r
      join unit u on u.no = r.unit join element e on e.no = r.element
    where u.unused is not null or e.outcome <> 'matched' group by 1),
  counted as (
    update value_imports set unused = coalesce((select jsonb_object_agg(reason, size) from (
      select reason, size from aside
      union all select reason, sum(size) from cells where reason is not null group by 1) c), '{}') where id = p_import),
  known as materialized (
    select array_agg(kind order by reporter_no) as kinds, array_agg(reporter order by reporter_no) as reporters,
      (select array_agg(district order by district_no) from (select distinct district_no, district from unit where unused is null) d)
        as districts
    from (select distinct reporter_no, kind, reporter from unit where unused is null) r)
  insert into value_import_chunks (import_id, no, district_id, reporter_kinds, reporters, elements, periods, amounts, row_nos, sizes)
  select p_import, row_number() over (order by district_no, part), (select districts from known)[district_no],
    array_agg((select kinds from known)[(cell >> 33 & 65535)::int] order by nth),
    array_agg((select reporters from known)[(cell >> 33 & 65535)::int] order by nth),
    array_agg((cell >> 18 & 32767)::smallint order by nth), array_agg((cell & 262143)::int order by nth),
    array_agg(amount order by nth), array_agg(row_no order by nth), array_agg(size order by nth)
  from (select *, (cell >> 49)::int as district_no, nth / 5000 as part from cells where reason is null) c
  group by district_no, part;
end $$;

-- Which of these reporters lie in the district today; a health centre where its village does.
create or replace function reporters_here(p_district uuid, p_reporters uuid[]) returns uuid[] language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select array_agg(r.id) from (select distinct unnest(p_reporters) as id) r
    left join places p on p.id = r.id left join facilities f on f.id = r.id left join places v on v.id = f.village_id
  where p_district = coalesce(p.district_id, v.district_id, f.district_id) $$;

-- Nothing of these reporters, elements and months is known yet: then every value is new, and needs no looking at one by one.
create or replace function is_new_chunk(c value_import_chunks, p_here uuid[]) returns boolean language plpgsql stable
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  named smallint[] := array(select distinct unnest(c.elements));
  first integer := (select min(m) from unnest(c.periods) m);
  last integer := (select max(m) from unnest(c.periods) m);
  size integer := cardinality(c.amounts);
begin
  return array_position(c.amounts, null) is null
    and not exists (select from (select distinct unnest(c.reporters) as id) r where r.id <> all(p_here))
    and not exists (
      select from (select distinct kind, reporter from unnest(c.reporter_kinds, c.reporters) as n(kind, reporter)) n
        -- Reporter by reporter: the limit keeps the planner from reading the whole district.
        cross join lateral (select from data_values d where d.district_id = c.district_id and d.reporter_kind = n.kind
          and d.reporter_id = n.reporter and d.element_number = any(named) and d.period between first and last
          -- A reporter whose other values are in the next chunk, or were in the one before.
          and (d.reporter_kind, d.reporter_id, d.element_number, d.period)
            >= (c.reporter_kinds[1], c.reporters[1], c.elements[1], c.periods[1])
          and (d.reporter_kind, d.reporter_id, d.element_number, d.period)
            <= (c.reporter_kinds[size], c.reporters[size], c.elements[size], c.periods[size]) limit 1) d);
end $$;

create or replace function apply_new_chunk(c value_import_chunks, p_write boolean) returns void language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp as $$
declare
  size integer := cardinality(c.amounts);
begin
  update value_import_chunks k set counts = jsonb_build_object('imported', (select sum(n) from unnest(c.sizes) n)),
    done = case when p_write then array_fill(1::smallint, array[size]) end,
    before = case when p_write then array_fill(null::integer, array[size]) end,
    before_status = case when p_write then array_fill(null::smallint, array[size]) end,
    written_at = case when p_write then now() end
  where k.import_id = c.import_id and k.no = c.no;
  if not p_write then return; end if;
  insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
  select c.district_id, n.kind, n.reporter, n.element, n.month, n.kind, n.amount, 1
  from unnest(c.reporter_kinds, c.reporters, c.elements, c.periods, c.amounts) as n(kind, reporter, element, month, amount);
  perform add_to_months(c.district_id, (
    select jsonb_agg(jsonb_build_object('source', kind, 'element', element, 'period', month, 'total', total, 'reporters', reporters))
    from (select kind, element, month, sum(amount) as total, count(*) as reporters
      from unnest(c.reporter_kinds, c.elements, c.periods, c.amounts) as n(kind, element, month, amount)
      group by kind, element, month) s));
end $$;

-- What becomes of one chunk: only told, or done. A value that somebody verified is never replaced or taken away.
-- Five thousand keys are looked up one by one: the planner, who knows nothing of lists, would rather read all values each time.
create or replace function apply_value_chunk(p_import uuid, p_no integer, p_write boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  i value_imports := value_import(p_import, false);
  c value_import_chunks;
  here uuid[];
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
  here := coalesce(reporters_here(c.district_id, c.reporters), '{}');
  if i.strategy in ('CREATE', 'CREATE_AND_UPDATE') and is_new_chunk(c, here) then
    perform apply_new_chunk(c, p_write);
    return;
  end if;
  with judged as materialized (
    select t.*, d.value as had, d.status as had_status, case
      when t.reporter not in (select unnest(here)) then 'moved'
      when d.value is not distinct from t.amount then 'unchanged'
      when d.status = 2 and i.strategy <> 'CREATE' then 'verified'
      when d.value is null then case when i.strategy = 'UPDATE' then 'not_asked' else 'imported' end
      when i.strategy = 'CREATE' then 'not_asked'
      when t.amount is null then 'deleted' else 'updated' end as outcome
    from (select n.*, case when i.strategy <> 'DELETE' then n.said end as amount
      from unnest(c.reporter_kinds, c.reporters, c.elements, c.periods, c.amounts, c.row_nos, c.sizes)
        with ordinality as n(kind, reporter, element, month, said, row_no, size, nth)) t
    left join data_values d on d.district_id = c.district_id and d.reporter_kind = t.kind
      and d.reporter_id = t.reporter and d.element_number = t.element and d.period = t.month and d.source = t.kind),
  gone as (
    delete from data_values d using judged j where p_write and j.outcome = 'deleted' and d.district_id = c.district_id
      and d.reporter_kind = j.kind and d.reporter_id = j.reporter and d.element_number = j.element and d.period = j.month
      and d.source = j.kind),
  changed as (
    update data_values d set value = j.amount, status = 1 from judged j
    where p_write and j.outcome = 'updated' and d.district_id = c.district_id
      and d.reporter_kind = j.kind and d.reporter_id = j.reporter and d.element_number = j.element and d.period = j.month
      and d.source = j.kind),
  -- In the order of keys, as the plan left them. Nobody else writes here meanwhile, so nothing can stand in the way.
  came as (
    insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select c.district_id, j.kind, j.reporter, j.element, j.month, j.kind, j.amount, 1
    from judged j where p_write and j.outcome = 'imported'),
  told as (
    insert into value_import_conflicts (import_id, chunk, row_no, field, value, reason)
    select p_import, p_no, row_no, 'value', concat(amount, ' ≠ ', had), outcome from judged
    where outcome in ('verified', 'moved') order by row_no limit 1000 on conflict do nothing),
  lists as (
    select array_agg(case outcome when 'imported' then 1 when 'updated' then 2 when 'deleted' then 3 else 0 end::smallint
      order by nth) as done, array_agg(had order by nth) as before, array_agg(had_status order by nth) as before_status
    from judged where p_write),
  kept as (
    update value_import_chunks k set
      counts = (select jsonb_object_agg(outcome, size) from (select outcome, sum(size) as size from judged group by outcome) o),
      (done, before, before_status) = (select done, before, before_status from lists),
      written_at = case when p_write then now() end
    where k.import_id = p_import and k.no = p_no)
  select jsonb_agg(jsonb_build_object('source', kind, 'element', element, 'period', month, 'total', total, 'reporters', reporters))
    into deltas
  from (select kind, element, month, sum(coalesce(amount, 0) - coalesce(had, 0)) as total,
      sum((amount is not null)::int - (had is not null)::int) as reporters
    from judged where p_write and outcome in ('imported', 'updated', 'deleted') group by kind, element, month) s;
  if deltas is not null then perform add_to_months(c.district_id, deltas); end if;
end $$;

revoke all on function value_import(uuid, boolean), reporters_here(uuid, uuid[]), plan_value_import(uuid),
  is_new_chunk(value_import_chunks, uuid[]), apply_new_chunk(value_import_chunks, boolean),
  apply_value_chunk(uuid, integer, boolean) from public;
grant execute on function plan_value_import(uuid), apply_value_chunk(uuid, integer, boolean) to connect_app;
