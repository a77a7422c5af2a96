import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { lastStep, type PlanAsked, stageCounts, villagesOfPlan } from "@/lib/counts/stage-sql";
import { type Payer, type Stage, type StageCounts, steps } from "@/lib/counts/stages";
import { kindColumns, mainFamilies } from "@/lib/counts/village-kinds-sql";
import { listOf } from "@/lib/villages/sql";
import type { plannedModules } from "./schema";
import { reviewedPlaces } from "./whose";

type Named = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Module = (typeof plannedModules)[number];

/** The plan of one district and what became of it; all of it sums up to its province and the nation. */
export type DistrictBoard = Named &
  Readonly<{
    provinceId: string;
    villages: number;
    stages: StageCounts;
    /** Villages that the plan names for a module, and those of them where it was held. */
    modules: Readonly<Partial<Record<Module, readonly [planned: number, held: number]>>>;
    /** Who paid the newest workshop of a village, of those held. */
    payers: Readonly<Record<Payer, number>>;
    plannedKip: number;
    spentKip: number;
    /** Lines with a planned cost, lines carried out, and those of them whose cost is known. */
    costed: number;
    carriedOut: number;
    spentOn: number;
  }>;

/** Villages whose last step was this one, and for how long they have been there; null is all provinces together. */
export type Waiting = Readonly<{
  provinceId: string | null;
  at: Stage | null;
  villages: number;
  days: number;
}>;

export type Funder = Readonly<{
  id: string | null;
  nameLo: string | null;
  nameEn: string | null;
  funding: "own" | "partner" | null;
  villages: number;
  held: number;
  plannedKip: number;
  spentKip: number;
}>;

/** Planned villages that have something in common, and those reached. */
export type GroupReach = Readonly<{
  by: "travel" | "season" | "family" | "poverty";
  part: string;
  n: number;
  k: number;
}>;

export type Board = Readonly<{
  provinces: readonly (Named & Readonly<{ districts: number }>)[];
  districts: readonly DistrictBoard[];
  waiting: readonly Waiting[];
  funders: readonly Funder[];
  groups: readonly GroupReach[];
  /** Villages of the plan by the month in which it wants them reached first. */
  months: readonly (readonly [month: string, villages: number])[];
  years: readonly number[];
}>;

export type BoardAsked = Omit<PlanAsked, "districtIds">;

/** A year's plan against what was recorded, summed by district. One statement. */
export function boardOf(actor: Actor, asked: BoardAsked): Promise<Board> {
  requireCan(actor, "rollout.read");
  const { on, year, module, within } = asked;
  // Of any district: whom a village guides may live in another province.
  const reading = { name: "board", of: [on, year, module, within], districtIds: null };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const [row] = await tx.execute<Board>(statement({ ...asked, districtIds: reviewedPlaces(actor) }));
    return row as Board;
  });
}

const statement = (asked: PlanAsked) => sql`
  with ${villagesOfPlan(asked)},
  counted as (
    select f.district_id, count(*) as villages, ${stageCounts} as stages,
      jsonb_build_object('own', count(*) filter (where payer = 'own'), 'partner', count(*) filter (where payer = 'partner'),
        'none', count(*) filter (where payer = 'none')) as payers
    from facts f cross join day group by 1),
  modules as (
    select district_id, jsonb_object_agg(module, jsonb_build_array(planned, held)) as list from (
      select district_id, module, count(*) as planned, count(held_on) as held
      from lines where level = 'village' group by 1, 2) m group by 1),
  costs as (
    select district_id, coalesce(sum(cost_kip), 0) as planned, coalesce(sum(spent_kip), 0) as spent, count(cost_kip) as costed,
      count(held_on) as carried_out, count(spent_kip) as spent_on
    from lines group by 1),
  stood as (select province_id, ${lastStep(steps).at} as at, ${lastStep(steps).since} as since from facts),
  waiting as (
    select province_id, at, count(*) as villages, percentile_disc(0.5) within group (order by day.today - since) as days
    from stood cross join day group by grouping sets ((province_id, at), (at))),
  funders as (
    select l.funder_id, l.funding, count(*) filter (where l.level = 'village') as villages,
      count(l.held_on) filter (where l.level = 'village') as held,
      coalesce(sum(l.cost_kip), 0) as planned, coalesce(sum(l.spent_kip), 0) as spent
    from lines l group by 1, 2),
  newest as (
    select distinct on (p.village_id) p.village_id, p.ethnic_groups, p.poverty_status, p.wet_access
    from village_profiles p join facts f on f.village_id = p.village_id
    where p.deleted_at is null order by p.village_id, p.date desc, p.created_at desc),
  ${mainFamilies(sql`newest`)},
  described as (
    select f.village_id, f.village_on is not null as reached,
      ${kindColumns({ profile: sql`n`, minutes: sql`c.minutes`, family: sql`m.family` })}
    from facts f left join catchment c on c.village_id = f.village_id left join newest n on n.village_id = f.village_id
      left join main_families m on m.village_id = f.village_id),
  groups as (
    select case when not grouping(travel)::boolean then 'travel' when not grouping(season)::boolean then 'season'
        when not grouping(family)::boolean then 'family' else 'poverty' end as by,
      coalesce(travel, season, family, poverty) as part, count(*) as n, count(*) filter (where reached) as k
    from described group by grouping sets ((travel), (season), (family), (poverty)))
  select
    ${listOf(sql`select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", count(d.id) as districts
      from places p join asked_districts d on d.province_id = p.id group by p.id order by p.code`)} as provinces,
    ${listOf(sql`select d.id, d.code, d.name_lo as "nameLo", d.name_en as "nameEn", d.province_id as "provinceId",
        c.villages, c.stages, c.payers, coalesce(m.list, '{}') as modules, k.planned as "plannedKip", k.spent as "spentKip",
        k.costed, k.carried_out as "carriedOut", k.spent_on as "spentOn"
      from counted c join asked_districts d on d.id = c.district_id left join modules m on m.district_id = d.id
        left join costs k on k.district_id = d.id order by d.code`)} as districts,
    ${listOf(sql`select province_id as "provinceId", at, villages, days from waiting`)} as waiting,
    ${listOf(sql`select f.funder_id as id, i.name_lo as "nameLo", i.name_en as "nameEn", f.funding, f.villages, f.held,
        f.planned as "plannedKip", f.spent as "spentKip"
      from funders f left join institutions i on i.id = f.funder_id order by f.villages desc, i.name_en, f.funding`)} as funders,
    ${listOf(sql`select * from groups order by 1, 2`)} as groups,
    (select coalesce(jsonb_agg(jsonb_build_array(m.month, m.villages) order by m.month), '[]') from (
      select to_char(due, 'YYYY-MM') as month, count(*) as villages from planned group by 1) m) as months,
    (select coalesce(jsonb_agg(y.year order by y.year), '[]') from (select distinct year from rollout_items where deleted_at is null) y) as years`;
