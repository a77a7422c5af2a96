-- Phones: contact, withdrawal and quarantine. Repeatable: runs after the generated migrations, every time.
revoke update, delete on devices from connect_app;
revoke insert, delete on quarantined_changes from connect_app;

-- One contact of a phone within a session: notes when, ties the session to the phone it names, and tells whether that
-- phone, or the one it was tied to before, was withdrawn. The caller names its own session and person.
create or replace function device_contact(p_session uuid, p_device uuid) returns jsonb language plpgsql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare bound uuid;
begin
  select s.device_id into bound from sessions s where s.id = p_session and s.user_id = app_user();
  update devices set last_seen_at = now()
    where id = p_device and user_id = app_user() and last_seen_at < now() - interval '1 minute';
  update sessions set device_id = p_device
    where id = p_session and user_id = app_user() and device_id is distinct from p_device
      and exists (select from devices d where d.id = p_device and d.user_id = app_user() and d.revoked_at is null)
      and not exists (select from devices d where d.id = bound and d.revoked_at is not null);
  return jsonb_build_object('device',
    (select s.device_id from sessions s where s.id = p_session and s.user_id = app_user()), 'revoked',
    exists (select from devices d where d.id in (p_device, bound) and d.revoked_at is not null));
end $$;

-- Was this phone withdrawn? The id is random and known to the phone alone; nothing else is told, so it may ask signed out.
create or replace function device_withdrawn(p_device uuid) returns boolean language sql stable
  security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from devices where id = p_device and revoked_at is not null) $$;

create or replace function device_wiped(p_device uuid) returns void language sql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
  update devices set wiped_at = now() where id = p_device and revoked_at is not null and wiped_at is null $$;

create or replace function device_report(p_device uuid, p_report jsonb) returns void language sql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
  update devices set reported_at = now(), waiting = (p_report->>'waiting')::int, photos = (p_report->>'photos')::int,
    conflicts = (p_report->>'conflicts')::int, rejects = (p_report->>'rejects')::int
  where id = p_device and user_id = app_user() and revoked_at is null $$;

-- A phone's key was given to its owner, whose PIN was forgotten.
create or replace function device_key_given() returns void language plpgsql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform auth_note('recovery_key_given', app_user());
end $$;

-- By its owner, by the office that supervises the owner, or by an administrator. Sessions used on the phone end with it.
create or replace function device_withdraw(p_device uuid) returns void language plpgsql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare owner_id uuid;
begin
  select user_id into owner_id from devices where id = p_device;
  if owner_id is null or not (app_admin() or app_supervises(owner_id) or owner_id = app_user()) then
    raise insufficient_privilege;
  end if;
  update devices set revoked_at = now(), revoked_by = app_user() where id = p_device and revoked_at is null;
  update sessions set revoked_at = now() where device_id = p_device and revoked_at is null;
  perform auth_note('device_withdrawn', owner_id);
end $$;

-- Keeps a change that nobody may be believed to have signed; the same one again tells what became of it. A carrier can
-- fill no more than 2000 open places.
create or replace function quarantine_change(p_change jsonb, p_digest text, p_reason text, p_author uuid, p_carrier uuid)
  returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare known quarantined_changes;
begin
  select q.* into known from quarantined_changes q
    where q.change_id = (p_change->>'id')::uuid and q.digest = p_digest and q.reason = p_reason;
  if found then return jsonb_build_object('state', known.state, 'why', known.why); end if;
  if (select count(*) from quarantined_changes q where q.carrier_id = p_carrier and q.state = 'open') >= 2000 then
    return jsonb_build_object('state', 'full');
  end if;
  insert into quarantined_changes (change_id, digest, reason, device_id, author_id, carrier_id, change)
  values ((p_change->>'id')::uuid, p_digest, p_reason, (p_change->>'device')::uuid, p_author, p_carrier, p_change)
  on conflict (change_id, digest, reason) do nothing;
  return jsonb_build_object('state', 'open');
end $$;

-- Who answers for a released change, with today's role and places: for an administrator's decision only.
create or replace function device_person(p_user uuid) returns jsonb language plpgsql stable
  security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_admin() then raise insufficient_privilege; end if;
  return (select jsonb_build_object('userId', u.id, 'displayName', u.display_name, 'office', u.office,
    'assignments', auth_assignments(u.id)) from users u where u.id = p_user);
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and (p.proname like 'device\_%' or p.proname = 'quarantine_change')
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to connect_app', f);
  end loop;
end $$;
