-- What changed one budget line and who did: for whoever reads the line, by the rule of the line's own policies. The audit's rows of a
-- province's line name no province, so its own wall cannot tell them apart.
create or replace function budget_history(p_line uuid) returns table (id uuid, kind text, at timestamptz, author text, office text,
    before jsonb, after jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.kind, c.received_at, u.display_name, u.office, p.before, p.after
  from changes c join change_payloads p on p.change_id = c.id left join users u on u.id = c.author_id
  where c.subject_id = p_line and (
    exists (select from budgets b where b.id = p_line and (app_budget_nation() or b.district_id = any(app_budget_districts())))
    or exists (select from national_budgets b where b.id = p_line
      and (app_budget_nation() or b.province_id = any(app_budget_provinces()))))
  order by c.seq desc limit 100 $$;
revoke all on function budget_history(uuid) from public;
grant execute on function budget_history(uuid) to connect_app;
