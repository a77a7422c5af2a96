-- Does an account in this village or its district hold one of these roles today? Tells yes or no, never who.
create or replace function office_has_account(roles text[], district uuid, village uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from assignments a join users u on u.id = a.user_id and u.disabled_at is null
    where a.role = any(roles) and a.from_date <= current_date and (a.to_date is null or a.to_date > current_date)
      and (a.place_id in (district, village)
        or exists (select 1 from catchments c where c.facility_id = a.facility_id and c.village_id = village and c.valid_to is null)))
    and (district = any(app_districts()) or village = any(app_villages()) or app_nation()) $$;
revoke all on function office_has_account(text[], uuid, uuid) from public;
grant execute on function office_has_account(text[], uuid, uuid) to connect_app;
