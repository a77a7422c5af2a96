import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { firstProblems } from "./first-problems-sql";
import type { Governance } from "./governance";
import { districtsAsked, heldUntil } from "./held-sql";

type Asked = Readonly<{ on: string; year: number; districtIds: readonly string[] | null }>;

/** Over the districts asked for, until a day; dialogues and who was heard in them since the year began. One statement. */
export function governanceOf(actor: Actor, asked: Asked): Promise<Governance> {
  requireCan(actor, "rollout.read");
  const { on, year, districtIds } = asked;
  return withKeptReading(actor.scope, { name: "governance", of: [on, year], districtIds }, async (tx) => {
    const [row] = await tx.execute<{ measures: Governance }>(statement(asked));
    return row?.measures as Governance;
  });
}

const statement = ({ on, year, districtIds }: Asked) => sql`
  with ${districtsAsked(districtIds)},
  held as materialized (select w.id, w.speakers_women, w.speakers_men from workshops w where ${heldUntil(on, sql`w`)}),
  newest_plans as materialized (
    select distinct on (village_id) id, workshop_id from plans
    where deleted_at is null and village_id is not null and coalesce(displayed_date, agreed_date, created_at::date) <= ${on}
    order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc),
  paid as (
    select a.plan_id, bool_and(a.fund_source in ('village', 'hc', 'district', 'province', 'inkind')) as local
    from actions a join newest_plans p on p.id = a.plan_id where a.deleted_at is null and a.fund_source is not null group by 1),
  talks as materialized (
    select district_id, women, men from dialogues
    where deleted_at is null and date between ${`${year}-01-01`} and ${on}),
  said as materialized (
    select p.id, p.workshop_id, g.kind from problems p join held w on w.id = p.workshop_id
      join workshop_groups g on g.id = p.raised_by_group_id where p.deleted_at is null and g.deleted_at is null and g.kind <> 'all'),
  women as (
    select b.workshop_id, b.problem_id, rank() over (partition by b.workshop_id order by sum(b.dots) desc) as place, sum(b.dots) as dots
    from ballots b join workshop_groups g on g.id = b.group_id and g.kind = 'women' and g.deleted_at is null
      join held w on w.id = b.workshop_id where b.deleted_at is null group by 1, 2),
  ${firstProblems(sql`held`)},
  firsts as (
    select f.workshop_id, bool_or(exists (select 1 from actions a
      where a.plan_id = p.id and a.problem_id = f.problem_id and a.deleted_at is null)) as planned
    from women f join newest_plans p on p.workshop_id = f.workshop_id where f.place = 1 and f.dots > 0 group by 1)
  select jsonb_build_object(
    'plans_local', (select jsonb_build_array(count(*) filter (where local), count(*)) from paid),
    'dialogues', (select jsonb_build_array((select count(distinct t.district_id) from talks t join asked_districts d on d.id = t.district_id),
      count(*)) from asked_districts),
    'promises', (select jsonb_build_array(count(*) filter (where kept = 'kept'), count(*)) from commitments
      where deleted_at is null and due <= ${on}),
    'women_heard', (select jsonb_build_array(coalesce(sum(women), 0), coalesce(sum(women + men), 0)) from talks
      where women is not null and men is not null),
    'women_spoke', (select jsonb_build_array(coalesce(sum(speakers_women), 0), coalesce(sum(speakers_women + speakers_men), 0)) from held
      where speakers_women is not null and speakers_men is not null),
    'spoke_counted', (select jsonb_build_array(count(*) filter (where speakers_women is not null and speakers_men is not null), count(*))
      from held),
    'women_raised', (select jsonb_build_array(count(*) filter (where kind = 'women'), count(*)) from said),
    'women_ranked', (select jsonb_build_array(count(*) filter (where f.women_first or s.kind = 'women'), count(*))
      from first_problems f left join said s on s.id = f.problem_id),
    'women_first', (select jsonb_build_array(count(*) filter (where planned), count(*)) from firsts)) as measures`;
