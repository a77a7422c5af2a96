-- Takes one written chunk back, except what somebody changed or verified since.
create or replace function undo_value_chunk(p_import uuid, p_no integer) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  i value_imports := value_import(p_import, false);
  c value_import_chunks;
  here uuid[];
  deltas jsonb;
begin
  select * into c from value_import_chunks where import_id = p_import and no = p_no for update;
  if not found or c.written_at is null or c.undone_at is not null then return; end if;
  if not (app_admin() or c.district_id = any(app_districts())) then raise insufficient_privilege; end if;
  perform pg_advisory_xact_lock(hashtextextended('values ' || c.district_id, 0));
  here := coalesce(reporters_here(c.district_id, c.reporters), '{}');
  with cells as (
    select n.*, case when n.done in (1, 2) then n.said end as amount
    from unnest(c.reporter_kinds, c.reporters, c.elements, c.periods, c.amounts, c.sizes, c.done, c.before, c.before_status)
      as n(kind, reporter, element, month, said, size, done, before, before_status)
    where n.done > 0),
  judged as materialized (
    select t.*, d.value as had, d.value is not distinct from t.amount and d.status is distinct from 2
      -- A decree may have moved the village since: its values lie elsewhere.
      and t.reporter in (select unnest(here)) as back
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

revoke all on function undo_value_chunk(uuid, integer) from public;
grant execute on function undo_value_chunk(uuid, integer) to connect_app;
