-- Consent withdrawn or retention ended: what a record said goes, that it was there stays, and its chain still verifies.
-- The caller's right is checked in lib/changes/erase.ts; here only that the record lies in the caller's own area.
create or replace function erase_record(p_subject uuid, p_table text, p_why text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare erased integer;
begin
  if not exists (select 1 from subjects s where s.id = p_subject
      and (s.district_id = any(app_districts()) or s.village_id = any(app_villages()))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update change_payloads p set fields = null, before = null, after = null, base = null, why = null,
      erased_at = now(), erased_by = app_user(), erased_why = p_why
    from changes c where c.id = p.change_id and c.subject_id = p_subject and p.erased_at is null;
  get diagnostics erased = row_count;
  execute format('delete from %I where id = $1', p_table) using p_subject;
  update subjects set deleted_at = coalesce(deleted_at, now()), conflicts = '{}' where id = p_subject;
  return erased;
end $$;
revoke all on function erase_record(uuid, text, text) from public;
grant execute on function erase_record(uuid, text, text) to connect_app;
