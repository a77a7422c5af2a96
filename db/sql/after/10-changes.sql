insert into server_state default values on conflict do nothing;

-- A record that became sensitive takes its history with it. The caller must see the subject itself.
create or replace function mark_sensitive(subject uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from subjects s where s.id = subject
      and (s.district_id = any(app_sensitive_districts()) or s.village_id = any(app_sensitive_villages()))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update subjects set sensitive = true where id = subject and not sensitive;
  update changes set sensitive = true where subject_id = subject and not sensitive;
  update change_payloads p set sensitive = true from changes c
    where c.id = p.change_id and c.subject_id = subject and not p.sensitive;
  insert into recalls (district_id, withheld) select s.district_id, 1 from subjects s
    where s.id = subject and s.district_id is not null
    on conflict (district_id) do update set withheld = recalls.withheld + 1;
end $$;
revoke all on function mark_sensitive(uuid) from public;
grant execute on function mark_sensitive(uuid) to connect_app;

-- Is this id of a change known anywhere, whoever may see it? Tells a reused id from a new one.
create or replace function change_digest(change uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select digest from changes where id = change $$;
revoke all on function change_digest(uuid) from public;
grant execute on function change_digest(uuid) to connect_app;

-- Does this record exist, whoever may see it? Nothing of it is told.
create or replace function subject_exists(subject uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from subjects where id = subject) $$;
revoke all on function subject_exists(uuid) from public;
grant execute on function subject_exists(uuid) to connect_app;

-- How many sensitive features a map holds that the reader may not see.
create or replace function hidden_features(map uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from map_features f
  where f.map_id = map and f.sensitive and f.deleted_at is null
    and (f.district_id = any(app_districts()) or f.village_id = any(app_villages()) or app_nation())
    and not (f.district_id = any(app_sensitive_districts()) or f.village_id = any(app_sensitive_villages())) $$;
revoke all on function hidden_features(uuid) from public;
grant execute on function hidden_features(uuid) to connect_app;

-- What was taken back in the caller's districts, also in those of which only a village is covered.
create or replace function recalls_of(districts uuid[]) returns table (district_id uuid, erased integer, withheld integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.district_id, r.erased, r.withheld from recalls r where r.district_id = any(districts)
    and (r.district_id = any(app_districts()) or r.district_id = any(app_mentorship_districts())
      or exists (select from places v where v.district_id = r.district_id and v.id = any(app_villages()))) $$;
revoke all on function recalls_of(uuid[]) from public;
grant execute on function recalls_of(uuid[]) to connect_app;
revoke insert, update, delete, truncate on recalls from connect_app;
