-- Named by policies, so they must exist before the tables do; plpgsql reads them only when it is called.
-- The people whose printed codes and phones the reader looks after: as health or governor's office over every place where they
-- work, if they are facilitators or at a health centre and nothing else. One set for a whole statement, however many rows it reads.
create or replace function app_supervised() returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  on_day date := (now() at time zone 'Asia/Vientiane')::date;
  offices uuid[];
begin
  select array_agg(m.place_id) into offices from assignments m
  where m.user_id = app_user() and m.role in ('health_office', 'governor_office')
    and m.from_date <= on_day and (m.to_date is null or on_day < m.to_date);
  if offices is null then return; end if;
  return query
    with area as materialized (
      select p.id from places p where p.id = any(offices) or p.district_id = any(offices) or p.province_id = any(offices))
    select a.user_id from assignments a
    where a.from_date <= on_day and (a.to_date is null or on_day < a.to_date) and a.user_id <> app_user()
      and a.user_id in (select b.user_id from assignments b join area on area.id = b.place_id)
    group by a.user_id
    having bool_and(a.role in ('facilitator', 'health_centre') and a.place_id in (select area.id from area));
end $$;
create or replace function app_supervises(p_user uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$ select p_user in (select app_supervised()) $$;
revoke all on function app_supervised(), app_supervises(uuid) from public;
grant execute on function app_supervised(), app_supervises(uuid) to connect_app;
