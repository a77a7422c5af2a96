import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { firstProblems } from "./first-problems-sql";
import { type Governance, governanceMeasures } from "./governance";
import { heldUntil } from "./held-sql";

type Asked = Readonly<{ on: string; year: number; districtIds: readonly string[] | null }>;

/** Of each measure the districts of which there is anything to count. */
type Facts = Readonly<Record<keyof Governance, Readonly<Record<string, readonly [k: number, n: number]>>>>;

/** Over the districts asked for, until a day; dialogues and who was heard in them since the year began. One statement. */
export function governanceOf(actor: Actor, asked: Asked): Promise<Governance> {
  requireCan(actor, "rollout.read");
  const { on, year, districtIds } = asked;
  const reading = { name: "governance", of: [on, year], districtIds };
  return withKeptFacts<Facts, Governance>(actor.scope, reading, {
    read: async (tx, only) => {
      const [row] = await tx.execute<Facts>(statement({ ...asked, districtIds: only ?? districtIds }));
      return row as Facts;
    },
    renew: (kept, fresh, districts) =>
      eachMeasure((measure) => ({
        ...Object.fromEntries(Object.entries(kept[measure]).filter(([id]) => !districts.has(id))),
        ...fresh[measure],
      })),
    answer: (facts) =>
      eachMeasure((measure) =>
        Object.values(facts[measure]).reduce<readonly [number, number]>(
          ([k, n], own) => [k + own[0], n + own[1]],
          [0, 0],
        ),
      ),
  });
}

const eachMeasure = <T>(of: (measure: keyof Governance) => T) =>
  Object.fromEntries(governanceMeasures.map((measure) => [measure, of(measure)])) as Record<
    keyof Governance,
    T
  >;

/** A measure by district: k and n over the rows of `from`, each of its district. */
const byDistrict = (measure: keyof Governance, [k, n]: readonly [SQL, SQL], from: SQL) => sql`
  (select coalesce(json_object_agg(district_id, json_build_array(k, n)), '{}')
    from (select district_id, ${k} as k, ${n} as n from ${from} group by 1) d) as ${sql.identifier(measure)}`;

const statement = ({ on, year, districtIds }: Asked) => {
  const here = (table: string) =>
    districtIds === null
      ? sql`true`
      : sql`${sql.raw(table)}.district_id = any(${`{${districtIds.join(",")}}`}::uuid[])`;
  return sql`
  with asked_districts as (
    select d.id as district_id, exists (select from dialogues t where t.district_id = d.id and t.deleted_at is null
      and t.date between ${`${year}-01-01`} and ${on}) as talked
    from places d where level = 'district' and valid_to is null and ${
      districtIds === null ? sql`true` : sql`d.id = any(${`{${districtIds.join(",")}}`}::uuid[])`
    }),
  held as materialized (
    select w.id, w.district_id, w.speakers_women, w.speakers_men from workshops w where ${heldUntil(on, sql`w`)} and ${here("w")}),
  newest_plans as materialized (
    select distinct on (village_id) id, workshop_id, district_id from plans
    where deleted_at is null and village_id is not null and coalesce(displayed_date, agreed_date, created_at::date) <= ${on}
      and ${here("plans")}
    order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc),
  paid as (
    select p.district_id, a.plan_id, bool_and(a.fund_source in ('village', 'hc', 'district', 'province', 'inkind')) as local
    from actions a join newest_plans p on p.id = a.plan_id where a.deleted_at is null and a.fund_source is not null group by 1, 2),
  heard as (
    select district_id, women, men from dialogues where deleted_at is null and date between ${`${year}-01-01`} and ${on}
      and women is not null and men is not null and ${here("dialogues")}),
  spoke as (
    select district_id, speakers_women as women, speakers_men as men, speakers_women is not null and speakers_men is not null as counted
    from held),
  said as materialized (
    select w.district_id, p.id, p.workshop_id, g.kind from problems p join held w on w.id = p.workshop_id
      join workshop_groups g on g.id = p.raised_by_group_id where p.deleted_at is null and g.deleted_at is null and g.kind <> 'all'),
  women as (
    select b.workshop_id, b.problem_id, rank() over (partition by b.workshop_id order by sum(b.dots) desc) as place, sum(b.dots) as dots
    from ballots b join workshop_groups g on g.id = b.group_id and g.kind = 'women' and g.deleted_at is null
      join held w on w.id = b.workshop_id where b.deleted_at is null group by 1, 2),
  ${firstProblems(sql`held`)},
  ranked as (
    select w.district_id, f.women_first or coalesce(s.kind = 'women', false) as of_women
    from first_problems f join held w on w.id = f.workshop_id left join said s on s.id = f.problem_id),
  firsts as (
    select p.district_id, f.workshop_id, bool_or(exists (select 1 from actions a
      where a.plan_id = p.id and a.problem_id = f.problem_id and a.deleted_at is null)) as planned
    from women f join newest_plans p on p.workshop_id = f.workshop_id where f.place = 1 and f.dots > 0 group by 1, 2)
  select ${sql.join(
    [
      byDistrict("plans_local", [sql`count(*) filter (where local)`, sql`count(*)`], sql`paid`),
      byDistrict("dialogues", [sql`count(*) filter (where talked)`, sql`count(*)`], sql`asked_districts`),
      byDistrict(
        "promises",
        [sql`count(*) filter (where kept = 'kept')`, sql`count(*)`],
        sql`commitments where deleted_at is null and due <= ${on} and ${here("commitments")}`,
      ),
      byDistrict("women_heard", [sql`sum(women)`, sql`sum(women + men)`], sql`heard`),
      byDistrict("women_spoke", [sql`sum(women)`, sql`sum(women + men)`], sql`spoke where counted`),
      byDistrict("spoke_counted", [sql`count(*) filter (where counted)`, sql`count(*)`], sql`spoke`),
      byDistrict("women_raised", [sql`count(*) filter (where kind = 'women')`, sql`count(*)`], sql`said`),
      byDistrict("women_ranked", [sql`count(*) filter (where of_women)`, sql`count(*)`], sql`ranked`),
      byDistrict("women_first", [sql`count(*) filter (where planned)`, sql`count(*)`], sql`firsts`),
    ],
    sql`, `,
  )}`;
};
