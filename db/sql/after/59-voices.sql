-- What villagers answer through a poster's link (docs/decisions/0050).

-- The last day of a link: 12 months after the place's next plan was displayed, or earlier when it was opened for less.
-- Runs with the caller's own rights.
create or replace function share_ends(p_plan uuid, p_valid_until date) returns date
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select least(p_valid_until, (
    select (min(n.displayed_date) + interval '12 months')::date from plans p join plans n
      on coalesce(n.village_id, n.district_id) = coalesce(p.village_id, p.district_id) and n.id <> p.id and n.deleted_at is null
      and n.displayed_date > coalesce(p.displayed_date, p.agreed_date, (p.created_at at time zone 'Asia/Vientiane')::date)
    where p.id = p_plan))
$$;

-- What was answered of an action since its latest official report, and the words that were passed. Null when nobody answered.
-- Runs with the caller's own rights.
create or replace function action_voices(p_action uuid) returns jsonb
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('done', count(*) filter (where v.done), 'all', count(*),
    'words', coalesce(jsonb_agg(w.words order by v.at desc) filter (where w.state = 'passed'), '[]'))
  from actions a join voices v on v.action_id = a.id and v.at >= coalesce(a.status_received_at, '-infinity')
    left join voice_words w on w.voice_id = v.id
  where a.id = p_action having count(*) > 0
$$;

-- The only way an answer comes in: the link must be open, the action its plan's. "taken", also when it was taken before.
create or replace function say_voice(p_voice uuid, p_token text, p_action uuid, p_done boolean, p_words text, p_day date,
    p_at timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  link record;
  today_all int;
  today_words int;
begin
  select s.id, s.plan_id, s.revoked or s.deleted_at is not null or share_ends(s.plan_id, s.valid_until) < p_day or p.id is null
      or w.id is null or not consent_stands(p.workshop_id, 'public_page', p_day) as closed
    into link from shares s left join plans p on p.id = s.plan_id and p.deleted_at is null
      left join workshops w on w.id = p.workshop_id and w.deleted_at is null
    where s.token = p_token;
  if link.id is null or coalesce(link.closed, false) then return 'closed'; end if;
  if not exists (select from actions where id = p_action and plan_id = link.plan_id and deleted_at is null) then
    return 'unknown';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(link.id::text, 61));
  if exists (select from voices where id = p_voice) then return 'taken'; end if;
  select count(*), count(w.voice_id) into today_all, today_words from voices v left join voice_words w on w.voice_id = v.id
    where v.share_id = link.id and v.at >= p_at - interval '1 day';
  if today_all >= 100 or (p_words is not null and today_words >= 30) then return 'full'; end if;
  insert into voices (id, district_id, village_id, share_id, action_id, done, at)
    select p_voice, a.district_id, a.village_id, link.id, a.id, p_done, p_at from actions a where a.id = p_action;
  insert into voice_words (voice_id, district_id, village_id, words, at)
    select v.id, v.district_id, v.village_id, p_words, v.at from voices v where v.id = p_voice and p_words is not null;
  return 'taken';
end $$;

revoke all on voices, voice_words from connect_app;
grant select on voices, voice_words to connect_app;
grant update (state, decided_at, decided_by) on voice_words to connect_app;
revoke all on function share_ends(uuid, date), action_voices(uuid),
  say_voice(uuid, text, uuid, boolean, text, date, timestamptz) from public;
grant execute on function share_ends(uuid, date), action_voices(uuid),
  say_voice(uuid, text, uuid, boolean, text, date, timestamptz) to connect_app;
