-- $1 district, $2 today. The same rows as lib/districts/queries.ts, by the same keys, without scope or policies.
select w.village_id, w.id, w.start_date, w.status, pl.name_lo, pl.name_en, pl.lat, pl.lng
from (select distinct on (village_id) id, village_id, start_date, status from workshops
      where district_id = $1 and deleted_at is null and village_id is not null and status <> 'cancelled'
      order by village_id, start_date desc, created_at desc) w
  join places pl on pl.id = w.village_id;
select v.plan_id, v.offset_months, v.held_date from visits v where v.district_id = $1 and v.deleted_at is null;
select a.id, a.village_id, a.what, a.level, a.lead, a.due, a.status, pr.statement, pr.position
from (select distinct on (village_id) id from plans where district_id = $1 and deleted_at is null and village_id is not null
      order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc) p
  join actions a on a.plan_id = p.id and a.deleted_at is null left join problems pr on pr.id = a.problem_id
order by a.due nulls last;
select c.id, c.village_id, c.party, c.text, c.due, c.kept from commitments c where c.district_id = $1 and c.deleted_at is null;
