-- The narrow doors of sign-in. Each runs as the owner, reads by a secret or by one key, and returns no more than its caller needs.
-- Repeatable: runs after the generated migrations, every time.

-- What an assignment covers in today's tree (architecture §4: access flows down).
create or replace function auth_assignments(p_user uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'role', a.role,
    'placeId', p.id,
    'placeNameLo', coalesce(f.name_lo, p.name_lo),
    'placeNameEn', coalesce(f.name_en, p.name_en),
    'placeCode', p.code,
    'facilityId', a.facility_id,
    'nation', p.level = 'country',
    'districtIds', case
      when a.facility_id is not null then '[]'::jsonb
      when p.level = 'district' then jsonb_build_array(p.id)
      when p.level = 'province' then (select coalesce(jsonb_agg(d.id), '[]') from places d
        where d.province_id = p.id and d.level = 'district' and d.valid_to is null)
      else '[]'::jsonb end,
    'villageIds', case
      when a.facility_id is not null then (select coalesce(jsonb_agg(c.village_id), '[]') from catchments c
        where c.facility_id = a.facility_id and c.valid_from <= t.day and (c.valid_to is null or t.day < c.valid_to))
      when p.level = 'village' then jsonb_build_array(p.id)
      when p.level in ('taseng', 'kumban') then (select coalesce(jsonb_agg(v.id), '[]') from places v
        where v.parent_id = p.id and v.level = 'village' and v.valid_to is null)
      else '[]'::jsonb end
  ) order by a.from_date, a.id), '[]'::jsonb)
  from (select (now() at time zone 'Asia/Vientiane')::date as day) t
  join assignments a on a.user_id = p_user and a.from_date <= t.day and (a.to_date is null or t.day < a.to_date)
  join places p on p.id = a.place_id
  left join facilities f on f.id = a.facility_id
$$;

-- The record of sign-ins and of changes of secrets. Kinds are a closed list; the account is found here, not told by the caller.
create or replace function auth_note(p_kind text, p_user uuid, p_origin jsonb default '{}') returns void language sql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into security_events (kind, user_id, by_user_id, ip_prefix, user_agent)
  values (p_kind, p_user, coalesce(app_user(), p_user), coalesce(p_origin->>'ipPrefix', ''), coalesce(p_origin->>'userAgent', ''))
$$;
create or replace function auth_note_refusal(p_login text, p_origin jsonb) returns void language sql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
  select auth_note('sign_in_refused', (select id from users where login = p_login or phone = p_login limit 1), p_origin)
$$;

create or replace function auth_account(p_login text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('userId', u.id, 'login', u.login, 'passwordHash', c.password_hash, 'demonstration', u.demonstration,
    'roles', (select coalesce(jsonb_agg(a->>'role'), '[]') from jsonb_array_elements(auth_assignments(u.id)) a))
  from users u join credentials c on c.user_id = u.id
  where (u.login = p_login or u.phone = p_login) and u.disabled_at is null
  order by u.login = p_login desc limit 1
$$;

create or replace function auth_account_by_email(p_email text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('userId', u.id,
    'roles', (select coalesce(jsonb_agg(a->>'role'), '[]') from jsonb_array_elements(auth_assignments(u.id)) a))
  from users u where u.email = lower(p_email) and u.disabled_at is null
$$;

-- What the privacy notice promises (docs/decisions/0011): sessions 90 days, logs two years, a closed account's phone and e-mail one year.
-- And what records 0042 and 0045 say of imports.
create or replace function auth_prune() returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from sessions where least(expires_at, coalesce(revoked_at, expires_at)) < now() - interval '90 days';
  delete from invitations where expires_at < now() - interval '90 days' and used_at is null;
  delete from security_events where at < now() - interval '2 years';
  delete from sensitive_reads where at < now() - interval '2 years';
  -- Imports of values that nobody finished reading or ever wrote (0042), and the journal of fetching them (0045).
  delete from value_imports where (status = 'reading' and created_at < now() - interval '1 day')
    or (status = 'read' and created_at < now() - interval '30 days');
  delete from value_pull_runs where asked_at < now() - interval '1 year' and state not in ('waiting', 'running');
  -- What villagers said through a poster's link (0050).
  delete from voices where at < now() - interval '2 years';
  delete from voice_words where state = 'withheld' and decided_at < now() - interval '30 days';
  delete from sign_in_throttle where expire < extract(epoch from now() - interval '1 day') * 1000;
  with gone as (
    update users set phone = null, email = null
    where disabled_at < now() - interval '1 year' and (phone is not null or email is not null) returning id)
  update change_payloads p set fields = null, before = null, after = null, erased_at = now(), erased_why = 'retention of contact details'
  from changes c, gone where c.id = p.change_id and c.subject_id = gone.id and c.kind = 'account.record';
$$;

create or replace function auth_open_session(p_session jsonb, p_token bytea) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  insert into sessions (id, token_hash, user_id, expires_at, idle_seconds, user_agent, ip_prefix, federated, second_factor_at)
  select (p_session->>'id')::uuid, p_token, u.id, now() + make_interval(secs => (p_session->>'lifeSeconds')::int),
    (p_session->>'idleSeconds')::int, p_session->>'userAgent', p_session->>'ipPrefix',
    (p_session->>'federated')::boolean, case when (p_session->>'federated')::boolean then now() end
  from users u where u.id = (p_session->>'userId')::uuid and u.disabled_at is null;
  select auth_note('signed_in', (p_session->>'userId')::uuid, p_session);
  -- One sign-in in fifty tidies up: often enough on any server, and nothing else has to run.
  select auth_prune() where random() < 0.02
$$;

-- The session a token stands for, while it lives; marks it as seen at most once a minute.
create or replace function auth_live_session(p_token bytea) returns sessions language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  select x.* into s from sessions x join users u on u.id = x.user_id
  where x.token_hash = p_token and x.revoked_at is null and u.disabled_at is null
    and x.expires_at > now() and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
  if found and s.last_seen_at < now() - interval '1 minute' then
    update sessions set last_seen_at = now() where id = s.id;
  end if;
  return s;
end $$;

create or replace function auth_session(p_token bytea) returns jsonb language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('sessionId', s.id, 'userId', u.id, 'login', u.login, 'displayName', u.display_name,
    'office', u.office, 'locale', u.locale, 'demonstration', u.demonstration,
    'secondFactorDone', s.second_factor_at is not null,
    'secondFactorSet', c.totp_confirmed_at is not null,
    'mustChangePassword', coalesce(c.must_change, false) and not s.federated,
    'privacyAccepted', (select max(a.version) from privacy_acceptances a where a.user_id = u.id),
    'assignments', auth_assignments(u.id))
  from auth_live_session(p_token) s join users u on u.id = s.user_id left join credentials c on c.user_id = u.id
  where s.id is not null
$$;

create or replace function auth_end_session(p_token bytea) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update sessions set revoked_at = now() where token_hash = p_token and revoked_at is null
$$;

create or replace function auth_password_hash(p_token bytea) returns text language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select c.password_hash from auth_live_session(p_token) s join credentials c on c.user_id = s.user_id
$$;

-- Every session but the one kept, and every token of other systems: whoever learnt the old password keeps no way in.
create or replace function end_ways_in(p_user uuid, p_keep uuid default null) returns void language sql volatile
  set search_path = pg_catalog, public, pg_temp as $$
  update sessions set revoked_at = now() where user_id = p_user and id is distinct from p_keep and revoked_at is null;
  update api_tokens set revoked_at = now() where user_id = p_user and revoked_at is null;
$$;
revoke all on function end_ways_in(uuid, uuid) from public;

-- A new password ends every other session of its owner, and their tokens.
create or replace function auth_change_password(p_token bytea, p_hash text) returns uuid language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  if s.id is null then return null; end if;
  update credentials set password_hash = p_hash, password_changed_at = now(), must_change = false where user_id = s.user_id;
  perform end_ways_in(s.user_id, s.id);
  perform auth_note('password_changed', s.user_id);
  return s.user_id;
end $$;

-- The signed-in person accepts a version of the privacy notice; which ones and when is kept.
create or replace function auth_accept_privacy(p_token bytea, p_version text) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  if s.id is null then return false; end if;
  insert into privacy_acceptances (user_id, version) values (s.user_id, p_version) on conflict do nothing;
  return true;
end $$;

-- Who a printed code is for, without using it up.
create or replace function auth_code(p_code bytea) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('invitationId', i.id, 'purpose', i.purpose, 'userId', u.id, 'login', u.login,
    'displayName', u.display_name, 'office', u.office)
  from invitations i join users u on u.id = i.user_id
  where i.code_hash = p_code and i.used_at is null and i.expires_at > now() and u.disabled_at is null
$$;

-- Uses the code, once: the first of two at the same moment wins. Resetting never removes the second factor.
drop function if exists auth_redeem(bytea, text);
create or replace function auth_redeem(p_code bytea, p_hash text, p_privacy text) returns uuid language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare owner_id uuid;
begin
  update invitations i set used_at = now() from users u
  where i.code_hash = p_code and i.used_at is null and i.expires_at > now() and u.id = i.user_id and u.disabled_at is null
  returning i.user_id into owner_id;
  if owner_id is null then return null; end if;
  insert into credentials (user_id, password_hash, password_changed_at) values (owner_id, p_hash, now())
    on conflict (user_id) do update set password_hash = p_hash, password_changed_at = now(), must_change = false;
  perform end_ways_in(owner_id);
  update invitations set used_at = now() where user_id = owner_id and used_at is null;
  if p_privacy is not null then
    insert into privacy_acceptances (user_id, version) values (owner_id, p_privacy) on conflict do nothing;
  end if;
  perform auth_note('code_used', owner_id);
  return owner_id;
end $$;

create or replace function auth_second_factor(p_token bytea) returns jsonb language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('userId', s.user_id, 'secret', c.totp_secret, 'confirmed', c.totp_confirmed_at is not null, 'lastStep', c.totp_last_step, 'next', c.totp_next_secret,
    'codesLeft', (select count(*) from recovery_codes r where r.user_id = s.user_id and r.used_at is null))
  from auth_live_session(p_token) s join credentials c on c.user_id = s.user_id
$$;

-- A secret may be replaced only until it is confirmed, or by a session that has shown the present one.
create or replace function auth_set_totp(p_token bytea, p_secret text) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  update credentials set totp_secret = p_secret, totp_confirmed_at = null, totp_last_step = null
  where user_id = s.user_id and (totp_confirmed_at is null or s.second_factor_at is not null);
  return found;
end $$;

-- A replacement waits beside the present secret, for a session that has shown the present one.
create or replace function auth_set_next_totp(p_token bytea, p_secret text) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  update credentials set totp_next_secret = p_secret
  where user_id = s.user_id and totp_confirmed_at is not null and s.second_factor_at is not null;
  return found;
end $$;

-- The replacement has given its first code: it takes the place of the present one, with new recovery codes.
create or replace function auth_use_next_totp(p_token bytea, p_step bigint, p_codes bytea[]) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  update credentials set totp_secret = totp_next_secret, totp_next_secret = null, totp_confirmed_at = now(), totp_last_step = p_step
  where user_id = s.user_id and totp_next_secret is not null and s.second_factor_at is not null;
  if not found then return false; end if;
  delete from recovery_codes where user_id = s.user_id;
  insert into recovery_codes (user_id, code_hash) select s.user_id, unnest(p_codes);
  perform end_ways_in(s.user_id, s.id);
  perform auth_note('second_factor_set', s.user_id);
  return true;
end $$;

-- Accepts a time step once only, and marks the session. With codes: this is the confirmation of a new secret.
create or replace function auth_use_totp(p_token bytea, p_step bigint, p_codes bytea[]) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  update credentials set totp_last_step = p_step, totp_confirmed_at = coalesce(totp_confirmed_at, now())
  where user_id = s.user_id and totp_secret is not null and (totp_last_step is null or totp_last_step < p_step)
    and (totp_confirmed_at is not null or p_codes is not null);
  if not found then return false; end if;
  update sessions set second_factor_at = now() where id = s.id;
  if p_codes is not null then
    delete from recovery_codes where user_id = s.user_id;
    insert into recovery_codes (user_id, code_hash) select s.user_id, unnest(p_codes);
    perform auth_note('second_factor_set', s.user_id);
  end if;
  return true;
end $$;

create or replace function auth_use_recovery_code(p_token bytea, p_code bytea) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare s sessions;
begin
  s := auth_live_session(p_token);
  update recovery_codes set used_at = now() where user_id = s.user_id and code_hash = p_code and used_at is null;
  if not found then return false; end if;
  update sessions set second_factor_at = now() where id = s.id;
  perform auth_note('recovery_code_used', s.user_id);
  return true;
end $$;

-- An administrator takes a lost second factor away; the next sign-in asks to set one up again.
create or replace function auth_clear_totp(p_user uuid) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_admin() or p_user = app_user() then raise insufficient_privilege; end if;
  delete from recovery_codes where user_id = p_user;
  update credentials set totp_secret = null, totp_confirmed_at = null, totp_last_step = null, totp_next_secret = null where user_id = p_user;
  perform end_ways_in(p_user);
  perform auth_note('second_factor_cleared', p_user);
  return true;
end $$;

-- Ends the sessions and tokens of a person whom the reader administers, or whose password the reader's office resets.
create or replace function auth_end_sessions_of(p_user uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (app_admin() or app_supervises(p_user) or p_user = app_user()) then raise insufficient_privilege; end if;
  perform end_ways_in(p_user);
  perform auth_note('sessions_ended', p_user);
end $$;

-- The key a change was signed with, and whose it is, so that the signer and not the carrier is authorised.
create or replace function auth_device(p_device uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('deviceId', d.id, 'userId', u.id, 'publicKey', d.public_key, 'revoked', d.revoked_at is not null,
    'disabled', u.disabled_at is not null, 'displayName', u.display_name, 'office', u.office, 'assignments', auth_assignments(u.id))
  from devices d join users u on u.id = d.user_id where d.id = p_device
$$;

-- Names beside what people wrote. Office and display name are no secret among colleagues; nothing else is given.
create or replace function person_labels(p_users uuid[]) returns table (id uuid, display_name text, office text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id, u.display_name, u.office from users u where u.id = any(p_users) and app_user() is not null
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and (p.proname like 'auth\_%' or p.proname = 'person_labels')
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to connect_app', f);
  end loop;
end $$;
-- Asked before every page, by the login before it takes up the role: it answers only to who holds the token.
grant execute on function auth_session(bytea) to public;
-- Helpers of the doors, not doors: they would tell of any account without a secret, or write a false record.
revoke all on function auth_note(text, uuid, jsonb) from connect_app;
revoke all on function auth_prune() from connect_app;
revoke all on function auth_assignments(uuid) from connect_app;
revoke all on function auth_live_session(bytea) from connect_app;
revoke all on credentials, recovery_codes from connect_app;
revoke insert, update, delete on security_events from connect_app;
revoke update, delete on sensitive_reads, privacy_acceptances from connect_app;
revoke delete on users, assignments, sessions, devices, invitations from connect_app;
