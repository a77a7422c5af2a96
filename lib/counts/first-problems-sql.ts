import { type SQL, sql } from "drizzle-orm";

/**
 * `first_problems (workshop_id, problem_id, women_first)`: what all groups of a workshop together ranked first, several where they
 * are level, and whether a women's group put it first by itself. The rule of `combineRankings` over `rankByDots` (statistics.md
 * §10), for workshops whose groups voted with dots; where one compared pairs or criteria there is no row.
 */
export const firstProblems = (held: SQL) => sql`
  cast_dots as materialized (
    select b.workshop_id, b.group_id, b.problem_id, sum(b.dots) as dots
    from ballots b join ${held} w on w.id = b.workshop_id
      join workshop_groups g on g.id = b.group_id and g.deleted_at is null
    where b.deleted_at is null and b.dots > 0
      and not exists (select from workshop_groups o where o.workshop_id = b.workshop_id and o.deleted_at is null
        and o.method in ('pairwise', 'matrix'))
    group by 1, 2, 3),
  laid_out as (
    select h.workshop_id, h.group_id, p.id as problem_id, coalesce(c.dots, 0) as dots
    from (select distinct workshop_id, group_id from cast_dots) h
      join problems p on p.workshop_id = h.workshop_id and p.deleted_at is null and p.statement <> ''
      left join cast_dots c on c.group_id = h.group_id and c.problem_id = p.id),
  group_ranks as (
    select l.*, rank() over (partition by group_id order by dots desc) as place,
      rank() over (partition by group_id order by dots desc) + (count(*) over (partition by group_id, dots) - 1) / 2.0 as mean
    from laid_out l),
  together as (
    select r.workshop_id, r.problem_id, coalesce(bool_or(r.place = 1 and r.dots > 0) filter (where g.kind = 'women'), false) as women_first,
      rank() over (partition by r.workshop_id order by sum(r.mean)) as place
    from group_ranks r join workshop_groups g on g.id = r.group_id group by 1, 2),
  first_problems as materialized (select workshop_id, problem_id, women_first from together where place = 1)`;
