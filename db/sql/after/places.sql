-- A change of the tree moves the records of the villages it touches (architecture §5): the application cannot cross
-- districts itself, so these run as the owner, for an administrator's transaction only. Repeatable.
create or replace function located_tables() returns setof regclass language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
      and a.attname in ('district_id', 'village_id'))
  order by c.relname
$$;

create or replace function move_village_records(p_village uuid, p_district uuid) returns bigint language plpgsql
  volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  t regclass;
  touched bigint;
  total bigint := 0;
begin
  if not app_admin() then raise insufficient_privilege; end if;
  if not exists (select from places where id = p_village and district_id = p_district) then
    raise check_violation using message = 'the village is not in that district';
  end if;
  for t in select * from located_tables() loop
    execute format('update %s set district_id = $2 where village_id = $1 and district_id <> $2', t)
      using p_village, p_district;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  total := total + move_values(array(select p_village union all select f.id from facilities f where f.village_id = p_village),
    p_district);
  -- Phones of the new district have passed these changes' place in the queue: put them at its end.
  update changes set xid = pg_current_xact_id() where village_id = p_village and district_id = p_district;
  return total;
end $$;

-- Records of a district as a whole (no village) follow it into the district it was merged into.
create or replace function move_district_records(p_from uuid, p_to uuid) returns bigint language plpgsql
  volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  t regclass;
  touched bigint;
  total bigint := 0;
begin
  if not app_admin() then raise insufficient_privilege; end if;
  if not exists (select from places where id = p_from and level = 'district' and valid_to is not null) then
    raise check_violation using message = 'the district still stands';
  end if;
  for t in select * from located_tables() loop
    execute format('update %s set district_id = $2 where district_id = $1 and village_id is null', t) using p_from, p_to;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  total := total + move_values(array(select f.id from facilities f where f.district_id = p_from and f.village_id is null), p_to);
  update changes set xid = pg_current_xact_id() where district_id = p_to and village_id is null;
  return total;
end $$;

-- What a change of the tree would move, for the sentence that asks for confirmation. A count, no content.
create or replace function count_village_records(p_villages uuid[]) returns bigint language plpgsql
  stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  t regclass;
  found_here bigint;
  total bigint := 0;
begin
  if not app_admin() then raise insufficient_privilege; end if;
  for t in select unnest(array['workshops', 'plans', 'visits', 'village_profiles'])::regclass loop
    execute format('select count(*) from %s where village_id = any($1)', t) into found_here using p_villages;
    total := total + found_here;
  end loop;
  return total;
end $$;

-- Does anything stand on this village or facility, whoever may see it? Yes or no, nothing more.
create or replace function village_in_use(p_village uuid) returns boolean language plpgsql
  stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  t regclass;
  found_here boolean;
begin
  if not app_admin() then raise insufficient_privilege; end if;
  for t in select * from located_tables() loop
    execute format('select exists (select from %s where village_id = $1)', t) into found_here using p_village;
    if found_here then return true; end if;
  end loop;
  return exists (select from assignments where place_id = p_village)
    or exists (select from place_parents where parent_id = p_village);
end $$;

create or replace function facility_in_use(p_facility uuid) returns boolean language sql
  stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from catchments where facility_id = p_facility)
    or exists (select from assignments where facility_id = p_facility)
$$;

revoke all on function located_tables(), move_village_records(uuid, uuid), move_district_records(uuid, uuid),
  count_village_records(uuid[]), village_in_use(uuid), facility_in_use(uuid) from public;
grant execute on function move_village_records(uuid, uuid), move_district_records(uuid, uuid),
  count_village_records(uuid[]), village_in_use(uuid), facility_in_use(uuid) to connect_app;
