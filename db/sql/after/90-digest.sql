-- The weekly message of a governor's office: taken by one server, for one week, once (lib/attention/digest-worker.ts).
create or replace function digest_next(p_week date) returns jsonb language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  reader users%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended('digest', 43));
  select u.* into reader from users u
  where u.weekly_digest and u.email is not null and u.disabled_at is null and not u.demonstration
    and exists (select from assignments a, (select (now() at time zone 'Asia/Vientiane')::date as day) t
      where a.user_id = u.id and a.role = 'governor_office' and a.from_date <= t.day and (a.to_date is null or t.day < a.to_date))
    and not exists (select from digests d where d.user_id = u.id and d.week = p_week
      and (d.sent_at is not null or d.retry_at is null or d.retry_at > now() or d.tries >= 3))
  order by u.id limit 1;
  if reader.id is null then return null; end if;
  insert into digests as d (user_id, week) values (reader.id, p_week)
    on conflict (user_id, week) do update set tries = d.tries + 1, retry_at = null;
  return jsonb_build_object('userId', reader.id, 'displayName', reader.display_name, 'office', reader.office,
    'email', reader.email, 'locale', reader.locale, 'assignments', auth_assignments(reader.id));
end $$;

create or replace function digest_settled(p_user uuid, p_week date, p_sent boolean) returns void language sql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
  update digests set sent_at = case when p_sent then now() end, retry_at = case when not p_sent then now() + interval '1 hour' end
  where user_id = p_user and week = p_week and sent_at is null
$$;

revoke all on digests from connect_app;
revoke all on function digest_next(date), digest_settled(uuid, date, boolean) from public, connect_app;
grant execute on function digest_next(date), digest_settled(uuid, date, boolean) to connect_app;
