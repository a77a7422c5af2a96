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
  if erased > 0 then
    insert into recalls (district_id, erased) select s.district_id, 1 from subjects s
      where s.id = p_subject and s.district_id is not null
      on conflict (district_id) do update set erased = recalls.erased + 1;
  end if;
  execute format('delete from %I where id = $1', p_table) using p_subject;
  update subjects set deleted_at = coalesce(deleted_at, now()), conflicts = '{}' where id = p_subject;
  return erased;
end $$;
revoke all on function erase_record(uuid, text, text) from public;
grant execute on function erase_record(uuid, text, text) to connect_app;

-- Does any record still show this picture, whoever may see it? Yes or no, nothing more.
create or replace function picture_in_use(p_sha256 text) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$ select exists (select from photos where sha256 = p_sha256) $$;
revoke all on function picture_in_use(text) from public;
grant execute on function picture_in_use(text) to connect_app;

-- A person asks: telephone number and e-mail address go, also from everything that was written of the account. Name, office and
-- what the person recorded stay (docs/decisions/0011). The reason stands beside what is gone and in the log of the account.
create or replace function auth_erase_contact(p_user uuid, p_why text) returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  erased integer;
  had boolean;
begin
  if not app_admin() or length(btrim(p_why)) < 3 then raise insufficient_privilege; end if;
  select phone is not null or email is not null into had from users where id = p_user for update;
  if had is null then return null; end if;
  update users set phone = null, email = null, updated_at = now() where id = p_user;
  update change_payloads p set fields = null, before = null, after = null, base = null, why = null,
      erased_at = now(), erased_by = app_user(), erased_why = p_why
    from changes c where c.id = p.change_id and c.subject_id = p_user and p.erased_at is null
      and (p.fields ?| array['phone', 'email'] or p.after ?| array['phone', 'email'] or p.before ?| array['phone', 'email']);
  get diagnostics erased = row_count;
  if had or erased > 0 then perform auth_note('contact_erased', p_user); end if;
  return erased;
end $$;
revoke all on function auth_erase_contact(uuid, text) from public;
grant execute on function auth_erase_contact(uuid, text) to connect_app;
