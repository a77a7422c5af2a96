-- Whom a living token stands for, and that it was used (noted once a minute at most).
create or replace function auth_api_token(p_hash bytea) returns jsonb language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  t api_tokens;
begin
  select k.* into t from api_tokens k join users u on u.id = k.user_id
  where k.token_hash = p_hash and k.revoked_at is null and k.expires_at > now() and u.disabled_at is null;
  if not found then return null; end if;
  update api_tokens set last_used_at = now()
  where id = t.id and (last_used_at is null or last_used_at < now() - interval '1 minute');
  return (select jsonb_build_object('tokenId', t.id, 'userId', u.id, 'displayName', u.display_name, 'office', u.office,
    'demonstration', u.demonstration, 'assignments', auth_assignments(u.id)) from users u where u.id = t.user_id);
end $$;
revoke all on function auth_api_token(bytea) from public;
grant execute on function auth_api_token(bytea) to connect_app;

-- A token is never changed, only taken back.
revoke update, delete, truncate on api_tokens from connect_app;
grant update (revoked_at) on api_tokens to connect_app;
