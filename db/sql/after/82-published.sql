-- What was published stays as it was (docs/decisions/0046); withdrawing marks it.
revoke update, delete, truncate on published_rows, publications from connect_app;
grant update (withdrawn) on published_rows to connect_app;
grant update (withdrawn_on, withdrawn_why, measures, published_on, updated_at, updated_by, deleted_at) on publications to connect_app;

-- Sums of the rounds that began in a quarter, for the ministry's published table: only whole rounds of ten people and more, as the
-- villages' own pages show them. Villages are numbered by chance, not named.
create or replace function trust_of_quarter(p_from date, p_before date) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_trust_nation() or not app_national_writer() then
    raise insufficient_privilege;
  end if;
  return (
    with asked as materialized (
      select r.id, r.village_id, r.district_id, r.start_date from trust_rounds r
      where r.start_date >= p_from and r.start_date < p_before and r.closed and r.deleted_at is null and r.village_id is not null),
    here as materialized (
      select village_id as id, row_number() over (order by random())::int as number from asked group by village_id),
    rounds as (
      select a.district_id, a.village_id, a.round_id, a.instrument_id, a.wave = 'baseline' as baseline, count(a.score)::int as n,
        sum(a.score) as sum
      from trust_counted((select array_agg(id) from here)) a join asked k on k.id = a.round_id
      where a.score is not null and a.wave <> 'other' group by 1, 2, 3, 4, 5 having count(a.score) >= 10)
    select coalesce(jsonb_agg(jsonb_build_object('districtId', r.district_id, 'village', h.number,
      'instrument', i.series || ' ' || i.version, 'baseline', r.baseline, 'n', r.n, 'sum', r.sum)), '[]')
    from rounds r join here h on h.id = r.village_id join instruments i on i.id = r.instrument_id);
end $$;
revoke all on function trust_of_quarter(date, date) from public, connect_app;
grant execute on function trust_of_quarter(date, date) to connect_app;
