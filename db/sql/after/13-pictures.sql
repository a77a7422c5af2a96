-- A picture is named by its hash in the record that its author signed. Whoever knows the record's id and that hash was given
-- the picture; bringing its bytes, which must match, shows them nothing (docs/decisions/0031).
create or replace function photo_to_fill(p_id uuid, p_sha256 text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', p.id, 'sha256', p.sha256, 'type', p.type, 'stored', p.stored_at is not null)
  from photos p where p.id = p_id and p.sha256 = p_sha256 and p.deleted_at is null and app_user() is not null
$$;
create or replace function photo_filled(p_id uuid, p_sha256 text) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update photos set stored_at = now()
  where id = p_id and sha256 = p_sha256 and deleted_at is null and stored_at is null and app_user() is not null
$$;
revoke all on function photo_to_fill(uuid, text), photo_filled(uuid, text) from public;
grant execute on function photo_to_fill(uuid, text), photo_filled(uuid, text) to connect_app;
