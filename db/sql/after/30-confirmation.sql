-- What the last other person of another office said of a report; null while it needs one. The one rule of lib/plans/confirmation.ts
-- for everything that is read in SQL; runs with the caller's own rights.
create or replace function report_confirmed(p_report uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select c.confirmed from progress_reports r join confirmations c on c.progress_id = r.id
  where r.id = p_report and c.deleted_at is null and c.created_by <> r.created_by and c.office <> r.office
  order by c.created_at desc, c.id desc limit 1
$$;
revoke all on function report_confirmed(uuid) from public;
grant execute on function report_confirmed(uuid) to connect_app;
