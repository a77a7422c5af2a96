-- A page's reading is kept until something it may show was written (docs/decisions/0051). Every table is watched but those
-- named here, which no kept reading shows; a new table is watched by itself.
create or replace function touched_nowhere() returns uuid language sql immutable parallel safe as
  $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

create or replace function touch_rows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into district_touches (district_id)
    select distinct coalesce(district_id, touched_nowhere()) from touched_rows on conflict do nothing;
  if random() < 0.002 then
    delete from district_touches where ctid = any(array(
      select ctid from district_touches where at < now() - interval '1 day' limit 5000 for update skip locked));
  end if;
  return null;
end $$;

create or replace function touch_moved_rows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into district_touches (district_id)
    select coalesce(district_id, touched_nowhere()) from old_rows
    union select coalesce(district_id, touched_nowhere()) from new_rows on conflict do nothing;
  return null;
end $$;

create or replace function touch_nation() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into district_touches (district_id) values (touched_nowhere()) on conflict do nothing;
  return null;
end $$;

/* Of which of these districts (null: of any) something was written that the snapshot does not hold; the zero id stands for what
   is of no district. Null while there is no snapshot. */
drop function if exists touched_since(pg_snapshot, uuid[]);
create function touched_since(kept pg_snapshot, districts uuid[]) returns uuid[] language sql stable
  security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when kept is not null then array(select distinct t.district_id from district_touches t
    where (districts is null or t.district_id = any(districts || touched_nowhere()))
      and t.xid >= pg_snapshot_xmin(kept) and not pg_visible_in_snapshot(t.xid, kept)) end
$$;

revoke all on district_touches from connect_app;
revoke all on function touch_rows(), touch_moved_rows(), touch_nation() from public, connect_app;
-- Asked before the role is taken up, by the login that may not do anything else.
grant execute on function touched_since(pg_snapshot, uuid[]), touched_nowhere() to public;

do $$
declare
  watched record;
begin
  for watched in
    select c.oid::regclass as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id'
      and not a.attisdropped)
      -- Seldom written, and shown beyond their district: a health centre serves villages of the next one, a village guides others.
      and c.relname not in ('places', 'facilities', 'catchments', 'peer_links', 'peer_visits') as located
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all (array[
      'district_touches', 'changes', 'change_payloads', 'held_changes', 'subjects', 'quarantined_changes', 'devices', 'recalls',
      'settlements', 'sessions', 'sign_in_throttle', 'security_events', 'sensitive_reads', 'credentials', 'recovery_codes',
      'invitations', 'privacy_acceptances', 'api_tokens', 'digests', 'trust_taken', 'import_rows', 'value_imports',
      'value_import_chunks', 'value_import_conflicts', 'value_import_ids', 'value_import_pages', 'value_pulls',
      'value_pull_runs', 'value_pull_parts'])
  loop
    if watched.located then
      execute format('drop trigger if exists touch_any on %s', watched.name);
      execute format('create or replace trigger touch_insert after insert on %s referencing new table as touched_rows
        for each statement execute function touch_rows()', watched.name);
      execute format('create or replace trigger touch_delete after delete on %s referencing old table as touched_rows
        for each statement execute function touch_rows()', watched.name);
      execute format('create or replace trigger touch_update after update on %s referencing old table as old_rows new table as new_rows
        for each statement execute function touch_moved_rows()', watched.name);
      execute format('create or replace trigger touch_truncate after truncate on %s
        for each statement execute function touch_nation()', watched.name);
    else
      execute format('drop trigger if exists touch_insert on %1$s; drop trigger if exists touch_delete on %1$s;
        drop trigger if exists touch_update on %1$s; drop trigger if exists touch_truncate on %1$s', watched.name);
      execute format('create or replace trigger touch_any after insert or update or delete or truncate on %s
        for each statement execute function touch_nation()', watched.name);
    end if;
  end loop;
end $$;
