-- Named by policies, so it must exist before the tables do; plpgsql reads them only when it is called.
-- True if the reader is the health or governor's office over every place where this person works, and the person is
-- a facilitator or works at a health centre and nothing else.
create or replace function app_supervises(p_user uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  on_day date := (now() at time zone 'Asia/Vientiane')::date;
begin
  if p_user is null or app_user() is null or p_user = app_user() then return false; end if;
  return exists (
      select from assignments a where a.user_id = p_user and a.from_date <= on_day and (a.to_date is null or on_day < a.to_date))
    and not exists (
      select from assignments a join places p on p.id = a.place_id
      where a.user_id = p_user and a.from_date <= on_day and (a.to_date is null or on_day < a.to_date)
        and not (a.role in ('facilitator', 'health_centre') and exists (
          select from assignments m
          where m.user_id = app_user() and m.role in ('health_office', 'governor_office')
            and m.from_date <= on_day and (m.to_date is null or on_day < m.to_date)
            and m.place_id in (p.id, p.district_id, p.province_id))));
end $$;
revoke all on function app_supervises(uuid) from public;
grant execute on function app_supervises(uuid) to connect_app;
