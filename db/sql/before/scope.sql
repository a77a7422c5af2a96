-- Runs before the generated migrations, every time: must stay repeatable.
create extension if not exists pg_trgm;
do $$ begin
  if not exists (select from pg_roles where rolname = 'connect_app') then
    create role connect_app nologin;
  end if;
end $$;

-- The scope of the running transaction, set by db/client.ts and read by every policy. Nothing set means nothing seen.
-- Without a search_path of their own, so that the planner can put them in line: every statement calls several.
create or replace function app_setting(name text) returns text language sql stable parallel safe
  as $$ select nullif(pg_catalog.current_setting('app.' || name, true), '') $$;
create or replace function app_user() returns uuid language sql stable parallel safe as $$ select public.app_setting('user')::uuid $$;
create or replace function app_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('districts'), '{}')::uuid[] $$;
create or replace function app_villages() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('villages'), '{}')::uuid[] $$;
create or replace function app_sensitive_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('sensitive_districts'), '{}')::uuid[] $$;
create or replace function app_sensitive_villages() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('sensitive_villages'), '{}')::uuid[] $$;
create or replace function app_trust_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('trust_districts'), '{}')::uuid[] $$;
create or replace function app_trust_villages() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('trust_villages'), '{}')::uuid[] $$;
create or replace function app_trust_summary_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('trust_summary_districts'), '{}')::uuid[] $$;
create or replace function app_trust_nation() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('trust_nation') = 'on', false) $$;
create or replace function app_budget_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('budget_districts'), '{}')::uuid[] $$;
create or replace function app_budget_provinces() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('budget_provinces'), '{}')::uuid[] $$;
create or replace function app_budget_nation() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('budget_nation') = 'on', false) $$;
create or replace function app_published_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('published_districts'), '{}')::uuid[] $$;
create or replace function app_published_nation() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('published_nation') = 'on', false) $$;
create or replace function app_mentorship_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('mentorship_districts'), '{}')::uuid[] $$;
create or replace function app_voice_districts() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('voice_districts'), '{}')::uuid[] $$;
create or replace function app_voice_villages() returns uuid[] language sql stable parallel safe as $$ select coalesce(public.app_setting('voice_villages'), '{}')::uuid[] $$;
create or replace function app_nation() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('nation') = 'on', false) $$;
create or replace function app_admin() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('admin') = 'on', false) $$;
create or replace function app_national_writer() returns boolean language sql stable parallel safe as $$ select coalesce(public.app_setting('national_writer') = 'on', false) $$;
