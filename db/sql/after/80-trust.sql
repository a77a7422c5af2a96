-- Answers to trust interviews (docs/decisions/0041): nobody reads a row. What crosses this wall is a count or a sum.
revoke all on trust_answers, trust_taken from connect_app;

-- Answers count once their round is closed. Later ones wait until ten of them do: two readings of the same results never
-- differ by fewer people than may be shown.
create or replace function trust_release(p_round uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from trust_rounds r where r.id = p_round and r.closed and r.deleted_at is null
      and (r.district_id = any(app_districts()) or r.village_id = any(app_villages()))) then return; end if;
  if (select count(*) filter (where released) < 10 or count(*) filter (where not released) >= 10
      from trust_answers where round_id = p_round) then
    update trust_answers set released = true where round_id = p_round and not released;
  end if;
end $$;

-- Takes the answers of one announced batch, once. With them every answer of the round is written anew in an order that
-- nobody knows, so that neither place nor transaction tells which came together.
create or replace function trust_take(p_batch uuid, p_answers jsonb) returns boolean language plpgsql volatile
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  batch trust_batches%rowtype;
begin
  select * into batch from trust_batches b where b.id = p_batch and b.deleted_at is null and b.created_by = app_user()
    and (b.district_id = any(app_districts()) or b.village_id = any(app_villages()));
  if batch.id is null then raise insufficient_privilege; end if;
  if batch.village_id is null or jsonb_array_length(p_answers) <> batch.n then
    raise check_violation using message = 'not the batch that was announced';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(batch.round_id::text, 41));
  insert into trust_taken (batch_id) values (p_batch) on conflict do nothing;
  if not found then return false; end if;
  with before as (delete from trust_answers where round_id = batch.round_id returning *),
    together as (
      select instrument_id, exposure, sex, age_band, ethnic_group_id, item_values, score, released from before
      union all
      select a.instrument_id, a.exposure, a.sex, a.age_band, a.ethnic_group_id, a.item_values, a.score, false
      from jsonb_to_recordset(p_answers) as a(instrument_id uuid, exposure text, sex text, age_band text,
        ethnic_group_id text, item_values smallint[], score double precision))
  insert into trust_answers (id, district_id, village_id, round_id, instrument_id, exposure, sex, age_band,
    ethnic_group_id, item_values, score, released)
  select gen_random_uuid(), batch.district_id, batch.village_id, batch.round_id, t.instrument_id, t.exposure, t.sex,
    t.age_band, t.ethnic_group_id, t.item_values, t.score, t.released
  from together t order by random();
  perform trust_release(batch.round_id);
  return true;
end $$;

-- Answers that count, each with the mean of what was answered: a missing item counts as it does in the score.
create or replace function trust_counted(p_villages uuid[]) returns table (district_id uuid, village_id uuid, round_id uuid,
    instrument_id uuid, wave text, exposure text, sex text, age_band text, ethnic text, item_values smallint[],
    score double precision, own_mean double precision)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select x.district_id, x.village_id, r.id, x.instrument_id, r.wave, coalesce(x.exposure, 'not_said'),
    coalesce(x.sex, 'not_said'), coalesce(x.age_band, 'not_said'), coalesce(x.ethnic_group_id, 'not_said'), x.item_values,
    x.score, (select avg(v) from unnest(x.item_values) v where v < 90)
  from trust_answers x join trust_rounds r on r.id = x.round_id
  where x.village_id = any(p_villages) and x.released and r.deleted_at is null and r.instrument_id = x.instrument_id
$$;

-- One village's results: per round and group how many, and from ten on their sums; never what somebody said.
-- `joint` says how many people share all four marks, for the rule that hides small groups (lib/trust/hiding.ts).
create or replace function trust_results(p_village uuid) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from places p where p.id = p_village and p.level = 'village'
      and (p.district_id = any(app_trust_districts()) or p.id = any(app_trust_villages()))) then
    raise insufficient_privilege;
  end if;
  return (
    with a as materialized (select * from trust_counted(array[p_village])),
    cells as (
      select round_id as "roundId",
        case when grouping(exposure) = 0 then 'exposure' when grouping(sex) = 0 then 'sex'
          when grouping(age_band) = 0 then 'ageBand' when grouping(ethnic) = 0 then 'ethnicGroup' else 'all' end as "by",
        coalesce(exposure, sex, age_band, ethnic, 'all') as category,
        count(score)::int as n, (count(*) - count(score))::int as "leftOut",
        case when count(score) >= 10 then sum(score) end as sum,
        case when count(score) >= 10 then sum(score * score) end as squares
      from a group by grouping sets ((round_id), (round_id, exposure), (round_id, sex), (round_id, age_band), (round_id, ethnic))),
    items as (
      select round_id as "roundId", v.at::int as at, count(*)::int as n,
        sum(case when v.value < 90 then v.value else own_mean end) as sum,
        sum(power(case when v.value < 90 then v.value else own_mean end, 2)) as squares
      from a cross join lateral unnest(a.item_values) with ordinality as v(value, at)
      where score is not null group by 1, 2 having count(*) >= 10),
    joint as (
      select round_id as "roundId", exposure, sex, age_band as "ageBand", ethnic as "ethnicGroup", count(*)::int as n
      from a where score is not null group by 1, 2, 3, 4, 5)
    select jsonb_build_object(
      'cells', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from cells c),
      'items', (select coalesce(jsonb_agg(to_jsonb(i) order by i.at), '[]') from items i),
      'joint', (select coalesce(jsonb_agg(to_jsonb(j)), '[]') from joint j)));
end $$;

-- What a mean or a comparison over several villages needs (statistics §4): people and sum per village, round and group. Only what
-- that village's own page shows: a round of fewer than ten adds nothing, its groups only where none is smaller than ten, or
-- the sum of many would tell of the few. Villages are numbered by chance, not named.
create or replace function trust_clusters(p_districts uuid[]) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_trust_nation() and not p_districts <@ app_trust_summary_districts() then
    raise insufficient_privilege;
  end if;
  return (
    with here as materialized (
      select p.id, row_number() over (order by random())::int as number
      from places p where p.district_id = any(p_districts) and p.level = 'village'
        and exists (select from trust_answers x where x.district_id = p.district_id and x.village_id = p.id and x.released)),
    summed as materialized (
      select x.village_id, x.round_id, x.instrument_id, coalesce(x.exposure, 'not_said') as exposure, count(*)::int as n,
        sum(x.score) as sum
      from trust_answers x
      where x.district_id = any(p_districts) and x.village_id = any(array(select id from here)) and x.released and x.score is not null
      group by 1, 2, 3, 4),
    groups as materialized (
      select h.number as village, r.instrument_id, r.wave, s.exposure, s.n, s.sum, min(s.n) over round as least,
        sum(s.n) over round as whole, sum(s.sum) over round as whole_sum, row_number() over round as place
      from summed s join here h on h.id = s.village_id
        join trust_rounds r on r.id = s.round_id and r.instrument_id = s.instrument_id and r.deleted_at is null
      window round as (partition by r.id)),
    cells as (
      select village, instrument_id as "instrumentId", wave, 'all' as exposure, whole::int as n,
        case when whole >= 10 then whole_sum end as sum
      from groups where place = 1
      union all
      select village, instrument_id, wave, exposure, n, sum from groups where least >= 10)
    select coalesce(jsonb_agg(to_jsonb(c)), '[]') from cells c);
end $$;

-- The index of each round of the villages of whole districts: only what each village's own page shows, no sum under ten people.
create or replace function trust_of_villages(p_districts uuid[]) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not p_districts <@ app_trust_districts() then
    raise insufficient_privilege;
  end if;
  return (
    with rounds as (
      select a.village_id as "villageId", r.id as "roundId", r.instrument_id as "instrumentId", r.wave,
        r.start_date as "startDate", a.n, case when a.n >= 10 then a.sum end as sum,
        case when a.n >= 10 then a.squares end as squares
      from (select x.village_id, x.round_id, x.instrument_id, count(x.score)::int as n, sum(x.score) as sum,
          sum(x.score * x.score) as squares
        from places p join trust_answers x on x.district_id = p.district_id and x.village_id = p.id
        where p.district_id = any(p_districts) and p.level = 'village' and x.released
        group by 1, 2, 3) a
        join trust_rounds r on r.id = a.round_id and r.instrument_id = a.instrument_id and r.deleted_at is null)
    select coalesce(jsonb_agg(to_jsonb(r) order by r."startDate" desc, r."roundId" desc), '[]') from rounds r);
end $$;

-- Trust by sex, age and people over several villages: of each village's newest round what its own page may show, by the same rule
-- (lib/trust/hiding.ts), so that no difference between areas tells more. Fewer than ten of an ethnic group count as their family.
-- How many people share all marks, and sums from ten people on; villages are numbered by chance.
create or replace function trust_groups(p_districts uuid[]) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_trust_nation() and not p_districts <@ app_trust_summary_districts() then
    raise insufficient_privilege;
  end if;
  return (
    with newest as materialized (
      select x.*, row_number() over (order by random())::int as number from (
        select distinct on (r.village_id, r.instrument_id) r.id, r.instrument_id, r.start_date from trust_rounds r
        where r.district_id = any(p_districts) and r.village_id is not null and r.deleted_at is null and r.closed
          and exists (select from trust_answers a where a.round_id = r.id and a.released)
        order by r.village_id, r.instrument_id, r.start_date desc, r.id desc) x),
    given as materialized (
      select x.round_id, coalesce(x.exposure, 'not_said') as exposure, coalesce(x.sex, 'not_said') as sex,
        coalesce(x.age_band, 'not_said') as age_band, coalesce(x.ethnic_group_id, 'not_said') as ethnic,
        count(*)::int as n, sum(x.score) as sum
      from trust_answers x where x.district_id = any(p_districts) and x.round_id = any(array(select id from newest))
        and x.released and x.score is not null
      group by 1, 2, 3, 4, 5),
    people as materialized (
      select g.round_id, g.exposure, g.sex, g.age_band, g.n, g.sum,
        case when g.ethnic = 'not_said' or sum(g.n) over (partition by g.round_id, g.ethnic) >= 10 then g.ethnic
          else 'family:' || coalesce(e.family, 'other') end as ethnic
      from given g left join ethnic_groups e on e.id = g.ethnic),
    cells as (
      select round_id, case when grouping(sex) = 0 then 'sex' when grouping(age_band) = 0 then 'ageBand'
          when grouping(ethnic) = 0 then 'ethnicGroup' else 'all' end as by,
        coalesce(sex, age_band, ethnic, 'all') as category, sum(n)::int as n, sum(sum) as sum
      from people group by grouping sets ((round_id), (round_id, sex), (round_id, age_band), (round_id, ethnic))
      having sum(n) >= 10),
    joint as (
      select round_id, exposure, sex, age_band, ethnic, sum(n)::int as n from people group by 1, 2, 3, 4, 5)
    select coalesce(jsonb_agg(jsonb_build_object('village', n.number, 'instrumentId', n.instrument_id,
        'cells', c.list, 'joint', j.list)), '[]')
    from newest n
      left join (select round_id, jsonb_agg(jsonb_build_object('by', by, 'category', category, 'n', n, 'sum', sum)) as list
        from cells group by 1) c on c.round_id = n.id
      left join (select round_id, jsonb_agg(jsonb_build_object('exposure', exposure, 'sex', sex, 'ageBand', age_band,
          'ethnicGroup', ethnic, 'n', n) order by exposure, sex, age_band, ethnic) as list from joint group by 1) j on j.round_id = n.id);
end $$;

revoke all on function trust_release(uuid), trust_take(uuid, jsonb), trust_counted(uuid[]), trust_results(uuid),
  trust_clusters(uuid[]), trust_of_villages(uuid[]), trust_groups(uuid[]) from public, connect_app;
grant execute on function trust_release(uuid), trust_take(uuid, jsonb), trust_results(uuid), trust_clusters(uuid[]),
  trust_of_villages(uuid[]), trust_groups(uuid[]) to connect_app;
