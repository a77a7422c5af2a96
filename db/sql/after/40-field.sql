-- Which roles somebody holds in a district today (or in its province): says that an office can be reached, not who holds it.
create or replace function offices_held(p_districts uuid[]) returns table (district_id uuid, role text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct d.id, a.role
  from places d
  join places p on p.id = d.id or p.id = d.province_id or p.district_id = d.id
  join assignments a on a.place_id = p.id
  join users u on u.id = a.user_id and u.disabled_at is null
  where d.id = any(p_districts) and app_user() is not null
    and a.from_date <= (now() at time zone 'Asia/Vientiane')::date
    and (a.to_date is null or (now() at time zone 'Asia/Vientiane')::date < a.to_date)
$$;
revoke all on function offices_held(uuid[]) from public;
grant execute on function offices_held(uuid[]) to connect_app;
