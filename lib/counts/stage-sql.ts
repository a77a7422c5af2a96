import { type SQL, sql } from "drizzle-orm";
import { districtsAsked, heldUntil, inVillage } from "./held-sql";
import { DISPLAY_DAYS, ownSources, type Stage, stages } from "./stages";

export type PlanAsked = Readonly<{
  on: string;
  year: number;
  /** Of the plan's lines in villages; null is all of them. */
  module: string | null;
  /** Whose plan; null is the nation's. */
  districtIds: readonly string[] | null;
  /** A province or district to look into. */
  within: string | null;
}>;

const firstDay = (year: number) => `${year}-01-01`;
const raw = (text: string) => sql.raw(text);

/**
 * Every line of the year's plan with the workshop that carried it out: the first of its module and level in its place held
 * in that year or later, so that what slips is found and what was held in an earlier round is not.
 */
export const planLines = ({ on, year, module, districtIds, within }: PlanAsked) => sql`
  ${districtsAsked(districtIds, within ? sql`${within}::uuid in (id, province_id)` : undefined)},
  held as materialized (
    select w.id, w.district_id, w.village_id, w.level, w.module, w.start_date, w.fund_source, w.cost_kip, d.province_id
    from workshops w join places d on d.id = w.district_id where ${heldUntil(on, sql`w`)}),
  firsts as materialized (
    select distinct on (level, module, key) level, module, key, id, start_date, cost_kip from (
      select level, module, case level when 'province' then province_id when 'district' then district_id else village_id end as key,
        id, start_date, cost_kip from held where start_date >= ${firstDay(year)}
      union all
      select level, module, district_id, id, start_date, cost_kip from held
      where level = 'hc' and start_date >= ${firstDay(year)}) k
    where key is not null order by level, module, key, start_date, id),
  lines as materialized (
    select i.id, i.district_id, d.province_id, i.village_id, i.level, i.module, i.planned_date, i.funding, i.funder_id, i.cost_kip,
      i.facilitators, i.note, f.id as workshop_id, f.start_date as held_on, f.cost_kip as spent_kip
    from rollout_items i join asked_districts d on d.id = i.district_id
      left join firsts f on f.level = i.level and f.module = i.module
        and f.key = case i.level when 'province' then d.province_id when 'district' then i.district_id
          else coalesce(i.village_id, i.district_id) end
    where i.deleted_at is null and i.year = ${year}
      and ${module === null ? sql`true` : sql`(i.level <> 'village' or i.module = ${module})`})`;

/** One row for each village of the plan: for every stage the day it was reached and the day the plan wanted it. */
export const villagesOfPlan = (asked: PlanAsked) => {
  const { on, year, module } = asked;
  const ofModule = (column: SQL) => (module === null ? sql`true` : sql`${column} = ${module}`);
  return sql`
  ${planLines(asked)},
  planned as materialized (
    select district_id, province_id, village_id, min(planned_date) as due,
      min(planned_date) filter (where funding = 'own') as own_due,
      case when count(held_on) > 0 and not bool_or(planned_date <= ${on} and held_on is null) then max(held_on) end as reached
    from lines where level = 'village' and village_id is not null group by 1, 2, 3),
  ahead as (select level, district_id, province_id, min(planned_date) as day from lines where level <> 'village' group by 1, 2, 3),
  orientations as (select province_id, min(start_date) as day from held where level = 'province' group by 1),
  orientation_plans as (select province_id, min(day) as day from ahead where level = 'province' group by 1),
  trainings as (select district_id, min(date) as day from facilitator_trainings
    where deleted_at is null and date <= ${on} group by 1),
  in_districts as (select district_id, min(start_date) as day from held where level = 'district' group by 1),
  catchment as materialized (select village_id, min(facility_id::text) as facility, min(travel_min_wet) as minutes
    from catchments
    where coalesce(valid_from <= ${on}, true) and coalesce(valid_to > ${on}, true) group by 1),
  in_centres as (
    select n.village_id, min(h.start_date) as day from held h join catchment c on c.village_id = h.village_id
      join catchment n on n.facility = c.facility where h.level = 'hc' group by 1),
  centres_of_districts as (select district_id, min(start_date) as day from held
    where level = 'hc' and village_id is null group by 1),
  rounds as materialized (
    select p.id, w.village_id, p.displayed_date from held w join plans p on p.workshop_id = w.id and p.deleted_at is null
    where ${inVillage(sql`w`)} and w.start_date >= ${firstDay(year)} and ${ofModule(sql`w.module`)}),
  shown as (select village_id, min(displayed_date) as day from rounds where displayed_date <= ${on} group by 1),
  visited as (
    select r.village_id, min(v.held_date) filter (where v.offset_months = 3) as three,
      min(v.held_date) filter (where v.offset_months = 6) as six
    from rounds r join visits v on v.plan_id = r.id and v.deleted_at is null and v.held_date <= ${on} group by 1),
  paid as (
    select distinct on (w.village_id) w.village_id, w.start_date as day,
      case when w.fund_source in (${raw(ownSources.map((source) => `'${source}'`).join(", "))}) then 'own'
        when w.fund_source = 'partner' then 'partner' else 'none' end as payer
    from held w where ${inVillage(sql`w`)} and w.start_date >= ${firstDay(year)} and ${ofModule(sql`w.module`)}
    order by w.village_id, w.start_date desc, w.id),
  guiding as (select village_id, since as day from peer_guides where since <= ${on}),
  day as (select ${on}::date as today),
  facts as materialized (
    select p.district_id, p.province_id, p.village_id, paid.payer,
      o.day as oriented_on, least(op.day, p.due) as oriented_due,
      t.day as trained_on, p.due as trained_due,
      ind.day as district_on, least(ad.day, p.due) as district_due,
      least(inc.day, cd.day) as hc_on, least(ah.day, p.due) as hc_due,
      p.reached as village_on, p.due as village_due,
      s.day as displayed_on, p.due + ${raw(String(DISPLAY_DAYS))} as displayed_due,
      v.three as visit3_on, (p.due + ${raw(String(DISPLAY_DAYS))} + interval '3 months')::date as visit3_due,
      v.six as visit6_on, (p.due + ${raw(String(DISPLAY_DAYS))} + interval '6 months')::date as visit6_due,
      case when paid.payer = 'own' then paid.day end as self_financed_on, p.own_due as self_financed_due,
      gd.day as guides_on, null::date as guides_due
    from planned p
      left join orientations o on o.province_id = p.province_id
      left join orientation_plans op on op.province_id = p.province_id
      left join trainings t on t.district_id = p.district_id
      left join in_districts ind on ind.district_id = p.district_id
      left join ahead ad on ad.level = 'district' and ad.district_id = p.district_id
      left join in_centres inc on inc.village_id = p.village_id
      left join centres_of_districts cd on cd.district_id = p.district_id
      left join ahead ah on ah.level = 'hc' and ah.district_id = p.district_id
      left join shown s on s.village_id = p.village_id
      left join visited v on v.village_id = p.village_id
      left join paid on paid.village_id = p.village_id
      left join guiding gd on gd.village_id = p.village_id)`;
};

const perStage = (write: (stage: Stage) => string) =>
  raw(`jsonb_build_object(${stages.map((stage) => `'${stage}', ${write(stage)}`).join(", ")})`);

/** Of a group of `facts` beside `day`: its villages by stage, as `StageCounts`; the rule of `isBehind`. */
export const stageCounts = perStage(
  (
    stage,
  ) => `jsonb_build_object('done', count(${stage}_on), 'due', count(*) filter (where ${stage}_due <= day.today),
    'behind', count(*) filter (where ${stage}_due <= day.today and ${stage}_on is null))`,
);

/** One row of `facts` as `VillageStages`. */
export const stageDates = perStage((stage) => `jsonb_build_object('on', ${stage}_on, 'due', ${stage}_due)`);

/** Of `facts`: the last step taken and since when, as `whereItStands` has it. */
export const lastStep = (steps: readonly Stage[]) => {
  const backwards = [...steps].reverse();
  return {
    at: raw(`case ${backwards.map((stage) => `when ${stage}_on is not null then '${stage}'`).join(" ")} end`),
    since: raw(`coalesce(${backwards.map((stage) => `${stage}_on`).join(", ")})`),
  };
};
