import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { withKeptPlace } from "@/db/kept-readings";
import { type Actor, rightsOf } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { peerLines } from "@/lib/peers/queries";
import { type EscalationSetting, settingOn, stepsOf } from "@/lib/plans/escalation";
import { escalationSettingsJson } from "@/lib/plans/escalation-queries";
import { partsWithin } from "@/lib/publishing/queries";
import { type PlaceHead, whereaboutsOfHead } from "./place-head";
import { type AreaPage, areaWithin, headWithin, readableHead } from "./place-queries";
import { chosenWorkshop, hiddenCount, listOf, voteRows, workshopLines } from "./sql";
import type { VillageFacts, VillageOverview, VillagePlan, WorkshopsAndVisits } from "./views";

const named = (alias: string) =>
  sql.raw(`jsonb_build_object('nameLo', ${alias}.name_lo, 'nameEn', ${alias}.name_en)`);

export type PlacePage =
  | Readonly<{ village: VillageOverview; area?: never }>
  | Readonly<{ area: AreaPage; village?: never }>;

/** Any place by its code or id: what is known of a village and what happened in it, or what lies in an area. */
export function placePage(actor: Actor, code: string): Promise<PlacePage> {
  const reading = { name: "placePage", of: [code, rightsOf(actor), today()] };
  return withKeptPlace<PlacePage>(actor.scope, reading, async (tx) => {
    const head = await headWithin(tx, code);
    const districtIds = head.districtId ? [head.districtId] : null;
    if (head.level !== "village") return { answer: { area: await areaWithin(tx, actor, head) }, districtIds };
    requireCan(actor, "record.read", whereaboutsOfHead(head));
    const village = await overviewOf(tx, head);
    // What villages do that learn from this one is told here, wherever they lie.
    const learners = village.peers.map(({ districtId }) => districtId);
    return { answer: { village }, districtIds: districtIds && [...districtIds, ...learners] };
  });
}

async function overviewOf(tx: Transaction, head: PlaceHead): Promise<VillageOverview> {
  const facts = await factsOf(tx, head);
  const workshop = facts.workshops.find(({ planId }) => planId) ?? facts.workshops[0] ?? null;
  if (!workshop) return { head, ...facts, workshop, parts: null };
  const parts = await partsWithin(tx, { planId: workshop.planId, workshopId: workshop.id });
  return { head, ...facts, workshop, parts };
}

async function factsOf(tx: Transaction, { id: villageId, districtId }: PlaceHead): Promise<VillageFacts> {
  const has = sql`exists (select from plans p where p.workshop_id = w.id and p.deleted_at is null)`;
  const [row] = await tx.execute<VillageFacts>(sql`
    with ${chosenWorkshop(villageId, null, has)}
    select
      (select jsonb_build_object('date', p.date, 'source', p.source, 'population', p.population, 'households', p.households,
          'dryAccess', p.dry_access, 'wetAccess', p.wet_access, 'groups', (
            select coalesce(jsonb_agg(${named("e")} order by coalesce((g->>'people')::numeric, (g->>'share')::numeric) desc nulls last), '[]')
            from jsonb_array_elements(coalesce(p.ethnic_groups, '[]')) g join ethnic_groups e on e.id = g->>'group'))
        from village_profiles p where p.district_id = ${districtId} and p.village_id = ${villageId} and p.deleted_at is null
        order by p.date desc limit 1) as profile,
      (select ${named("f")} || jsonb_build_object('dry', c.travel_min_dry, 'wet', c.travel_min_wet)
        from catchments c join facilities f on f.id = c.facility_id
        where c.village_id = ${villageId} and c.valid_to is null) as "healthCentre",
      (select ${named("t")} || jsonb_build_object('from', pp.valid_from) from place_parents pp
        join places t on t.id = pp.parent_id and t.level = 'taseng'
        where pp.child_id = ${villageId} and pp.valid_to is null) as taseng,
      ${listOf(workshopLines(villageId))} as workshops,
      ${voteRows(sql`(select id from chosen)`)} as votes,
      ${listOf(peerLines(sql`(l.village_id = ${villageId} or l.guide_id = ${villageId}) and l.until is null`))} as peers,
      coalesce((select sum(${hiddenCount(sql.raw("m.id"))}) from maps m
        where m.id = wall_map((select id from chosen))), 0)::int as hidden`);
  return row as VillageFacts;
}

/** A plan with every action, what was reported of it and who confirmed it; without `planId` the newest. */
export function villagePlan(actor: Actor, code: string, planId: string | null): Promise<VillagePlan> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const [row] = await tx.execute<{ plans: VillagePlan["plans"]; escalation: EscalationSetting[] }>(
      sql`select ${listOf(planLines(head.id))} as plans, ${escalationSettingsJson} as escalation`,
    );
    const plans = row?.plans ?? [];
    const escalation = stepsOf(settingOn(row?.escalation ?? [], today()));
    const plan = planId ? plans.find(({ id }) => id === planId) : (plans[0] ?? null);
    if (plan === undefined) throw new AppError("not_found");
    const empty = { endorsedBy: [], actions: [], visits: [], visitOffsets: null, mayShare: false };
    if (!plan) return { head, plans, plan, escalation, ...empty };
    const [parts] = await tx.execute<PlanParts>(planParts(plan.id));
    return { head, plans, plan, escalation, ...(parts as NonNullable<typeof parts>) };
  });
}

type PlanParts = Pick<VillagePlan, "endorsedBy" | "actions" | "visits" | "visitOffsets" | "mayShare">;

const planLines = (placeId: string) => sql`
  select p.id, p.status, p.agreed_date as "agreedDate", p.displayed_date as "displayedDate",
    p.display_place as "displayPlace", w.start_date as "workshopDate"
  from plans p join workshops w on w.id = p.workshop_id and w.deleted_at is null
  where coalesce(p.village_id, p.district_id) = ${placeId} and p.deleted_at is null
  order by coalesce(p.displayed_date, p.agreed_date, p.created_at::date) desc, p.created_at desc`;

const planParts = (planId: string) => sql`
  with wall as (
    select q.id, q.statement, row_number() over (order by coalesce(q.position, 1000000), q.id)::int as number
    from problems q join plans p on p.workshop_id = q.workshop_id
    where p.id = ${planId} and q.deleted_at is null and q.statement <> ''
  )
  select
    (select coalesce(jsonb_agg(distinct e.office), '[]') from endorsements e
      where e.plan_id = ${planId} and e.deleted_at is null) as "endorsedBy",
    (select p.visit_offsets from plans p where p.id = ${planId}) as "visitOffsets",
    (select consent_stands(p.workshop_id, 'share', ${today()}) from plans p where p.id = ${planId}) as "mayShare",
    ${listOf(sql`select v.offset_months as "offsetMonths", v.due_date as "dueDate", v.held_date as "heldDate",
      v.next_visit_due as "nextVisitDue" from visits v where v.plan_id = ${planId} and v.deleted_at is null`)} as visits,
    ${listOf(sql`
      select a.id, a.what, a.level, a.lead, a.lead_note as "leadNote", a.support, a.start, a.due, a.cost_kip as "costKip",
        a.fund_source as "fundSource", a.resources, a.indicator, a.target, a.status, a.status_date as "statusDate", report_confirmed(a.status_report_id) as confirmed,
        action_voices(a.id) as said, wall.number as problem, wall.statement, ${reportsOf()} as reports
      from actions a left join wall on wall.id = a.problem_id
      where a.plan_id = ${planId} and a.deleted_at is null and a.what <> ''
      order by wall.number nulls last, coalesce(a.position, 1000000), a.id`)} as actions`;

/** Reports of the action `a`, newest received first, each with what other offices said of it. */
const reportsOf = () =>
  listOf(sql`
    select r.id, r.status, r.date, r.note, r.blocker, r.milestone, r.photo_id as "photoId", r.office,
      (select f.location from photos f where f.id = r.photo_id and f.deleted_at is null
        and consent_stands(f.workshop_id, 'photo_location', ${today()})) as "photoTakenAt",
      ${listOf(sql`select c.confirmed, c.office, c.date from confirmations c where c.progress_id = r.id
        and c.deleted_at is null and c.created_by <> r.created_by and c.office <> r.office order by c.created_at`)} as confirmations
    from progress_reports r where r.action_id = a.id and r.deleted_at is null order by (r.id = a.status_report_id) desc, r.created_at desc, r.date desc, r.id desc`);

/** Every workshop held in the village and every visit to it, held or due. */
export function workshopsAndVisits(actor: Actor, code: string): Promise<WorkshopsAndVisits> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const [row] = await tx.execute<Omit<WorkshopsAndVisits, "head">>(sql`
      select ${listOf(workshopLines(head.id))} as workshops,
        ${listOf(sql`select v.id, v.plan_id as "planId", v.offset_months as "offsetMonths", v.due_date as "dueDate",
          v.held_date as "heldDate", v.next_visit_due as "nextVisitDue", v.findings, v.next_step as "nextStep"
          from visits v where v.village_id = ${head.id} and v.deleted_at is null
          order by coalesce(v.held_date, v.due_date) desc nulls last`)} as visits,
        (select jsonb_build_object('id', p.id, 'agreedDate', p.agreed_date, 'displayedDate', p.displayed_date,
          'visitOffsets', p.visit_offsets) from plans p where p.village_id = ${head.id} and p.deleted_at is null
          order by coalesce(p.displayed_date, p.agreed_date, p.created_at::date) desc, p.created_at desc limit 1) as plan`);
    return { head, ...(row as Omit<WorkshopsAndVisits, "head">) };
  });
}
