import { type SQL, sql } from "drizzle-orm";

// Pieces of the village pages' statements; every one reads under the reader's own scope.

/** The workshops of a village, newest first, as `WorkshopLine`. */
export const workshopLines = (villageId: string | SQL, only: SQL = sql``) => sql`
  select w.id, w.module, w.status, w.start_date as "startDate", w.end_date as "endDate", w.source,
    coalesce(t.people, 0)::int as people, coalesce(t.women, 0)::int as women, p.id as "planId"
  from workshops w
    left join lateral (select sum(a.people) as people, sum(a.people) filter (where a.sex = 'female') as women
      from attendance_tallies a where a.workshop_id = w.id and a.deleted_at is null) t on true
    left join lateral (select x.id from plans x where x.workshop_id = w.id and x.deleted_at is null
      order by x.created_at desc limit 1) p on true
  where w.village_id = ${villageId} and w.deleted_at is null and w.status <> 'cancelled' ${only}
  order by w.start_date desc, w.created_at desc`;

const fields = (of: Record<string, string>) =>
  sql.raw(
    Object.entries(of)
      .map(([name, column]) => `'${name}', ${column}`)
      .join(", "),
  );

const stored = (table: string, workshopId: SQL | string, of: Record<string, string>) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'fields', jsonb_build_object(${fields(of)}))), '[]')
    from ${sql.raw(table)} r where r.workshop_id = ${workshopId} and r.deleted_at is null)`;

/** Groups and all their votes, as `VoteRows`. */
export const voteRows = (workshopId: SQL | string) => sql`
  jsonb_build_object(
    'groups', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'ethnicName',
        case when e.id is not null then jsonb_build_object('nameLo', e.name_lo, 'nameEn', e.name_en) end,
        'fields', jsonb_build_object('workshopId', g.workshop_id, 'kind', g.kind, 'label', g.label,
          'ethnicGroupId', g.ethnic_group_id, 'people', g.people, 'method', g.method,
          'dotsPerPerson', g.dots_per_person, 'tieNote', g.tie_note)) order by g.created_at, g.id), '[]')
      from workshop_groups g left join ethnic_groups e on e.id = g.ethnic_group_id
      where g.workshop_id = ${workshopId} and g.deleted_at is null),
    'ballots', ${stored("ballots", workshopId, { workshopId: "r.workshop_id", groupId: "r.group_id", problemId: "r.problem_id", device: "r.device", dots: "r.dots" })},
    'comparisons', ${stored("comparisons", workshopId, { workshopId: "r.workshop_id", groupId: "r.group_id", problemA: "r.problem_a", problemB: "r.problem_b", winner: "r.winner" })},
    'criteria', ${stored("criteria", workshopId, { workshopId: "r.workshop_id", label: "r.label", weight: "r.weight", position: "r.position" })},
    'scores', ${stored("scores", workshopId, { workshopId: "r.workshop_id", groupId: "r.group_id", problemId: "r.problem_id", criterionId: "r.criterion_id", score: "r.score" })})`;

/** Sensitive features of a map that a page without them leaves out: those the reader may see and those the database hides. */
export const hiddenCount = (mapId: SQL | string) => sql`
  (hidden_features(${mapId}) + (select count(*)::int from map_features f
    where f.map_id = ${mapId} and f.sensitive and f.deleted_at is null))`;

/** All rows of a statement as one JSON list, in its order. */
export const listOf = (statement: SQL) =>
  sql`(select coalesce(json_agg(rows), '[]') from (${statement}) rows)`;

/** Workshops with something to choose from, newest first; the asked one, else the newest that has any. */
export const chosenWorkshop = (villageId: string, asked: string | null, has: SQL) => sql`
  chosen as (
    select w.id from workshops w
    where w.village_id = ${villageId} and w.deleted_at is null and w.status <> 'cancelled'
      and (${asked}::uuid is null or w.id = ${asked}::uuid)
    order by (${has}) desc, w.start_date desc, w.created_at desc limit 1
  )`;
