-- The stage "guides others": villages that guide by a link of which at least one visit was held. The one rule for the rollout's
-- cascade, the peers page and whatever else counts them (docs/decisions/0050). Reads under the reader's own scope.
create or replace view peer_guides with (security_invoker = true) as
  select l.guide_id as village_id, min(v.held_date) as since, count(distinct l.id)::int as links, count(*)::int as visits
  from peer_links l join peer_visits v on v.link_id = l.id
  where l.deleted_at is null and v.deleted_at is null
    and v.held_date <= (now() at time zone 'Asia/Vientiane')::date
  group by l.guide_id;
revoke all on peer_guides from connect_app;
grant select on peer_guides to connect_app;
