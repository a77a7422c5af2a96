-- Fetching from DHIS2 (docs/decisions/0045): the running application never reads the sealed secret, except to send it.
revoke select, delete, truncate on value_pulls from connect_app;
grant select (id, address, data_sets, org_units, children, unit_scheme, element_scheme, strategy, months, rhythm, day, hour,
  active_since, secret_kind, secret_for, set_by, set_at) on value_pulls to connect_app;
revoke delete, truncate on value_pull_runs, value_pull_parts from connect_app;

-- The hour at which it was last due, in Vientiane.
create or replace function pull_slot(p_rhythm text, p_day integer, p_hour integer, p_at timestamptz) returns timestamptz
  language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select (case when due > here then due - step else due end) at time zone 'Asia/Vientiane'
  from (select p_at at time zone 'Asia/Vientiane' as here) h,
    lateral (select case p_rhythm when 'monthly' then interval '1 month' else interval '1 day' end as step,
      case p_rhythm when 'monthly' then date_trunc('month', here) + make_interval(days => p_day - 1)
        else date_trunc('day', here) end + make_interval(hours => p_hour) as due) d
$$;

-- Takes the run that was asked for, left alone by a server that stopped, or due by the clock; null when there is none. Held for
-- two minutes, renewed by whoever is at it: of several servers one works. With the person it is done as, and the sealed secret.
create or replace function auth_next_pull(p_holder uuid, p_at timestamptz) returns jsonb language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  s value_pulls;
  r value_pull_runs;
  due timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('value pull', 45));
  select * into s from value_pulls;
  if not found then return null; end if;
  select * into r from value_pull_runs where state in ('waiting', 'running');
  if found then
    if r.state = 'running' and r.held_until > now() then return null; end if;
  else
    due := pull_slot(s.rhythm, s.day, s.hour, p_at);
    if s.active_since is null or due <= s.active_since
      or exists (select from value_pull_runs where kind = 'schedule' and slot >= due) then return null; end if;
    insert into value_pull_runs (id, kind, asked, slot, asked_by, asked_at)
    values (gen_random_uuid(), 'schedule', jsonb_build_object('address', s.address, 'dataSets', s.data_sets, 'orgUnits', s.org_units,
      'children', s.children, 'unitScheme', s.unit_scheme, 'elementScheme', s.element_scheme, 'strategy', s.strategy,
      'months', s.months), due, s.set_by, p_at) returning * into r;
  end if;
  update value_pull_runs set state = 'running', holder = p_holder, held_until = now() + interval '2 minutes',
    started_at = coalesce(started_at, p_at) where id = r.id;
  return (select jsonb_build_object('runId', r.id, 'kind', r.kind, 'asked', r.asked, 'sealed', s.sealed, 'userId', u.id,
      'displayName', u.display_name, 'office', u.office,
      'assignments', case when u.disabled_at is null then auth_assignments(u.id) else '[]'::jsonb end)
    from users u where u.id = r.asked_by);
end $$;

-- The end of a run, also when the person it was done as may no longer see it.
create or replace function auth_end_pull(p_run uuid, p_holder uuid, p_end jsonb) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update value_pull_runs set state = p_end->>'state', problem = p_end->>'problem', detail = left(p_end->>'detail', 300),
    ended_at = (p_end->>'at')::timestamptz, holder = null, held_until = null
  where id = p_run and holder = p_holder and state = 'running'
$$;
