import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { type EscalationSetting, settingOn } from "@/lib/plans/escalation";
import { escalationSettingsJson } from "@/lib/plans/escalation-queries";
import { listOf } from "@/lib/villages/sql";
import { dueVisits } from "@/lib/visits/rules";
import type {
  DistrictBoundary,
  DistrictReview,
  ReviewedAction,
  ReviewedInstruction,
  ReviewedPromise,
  ReviewedVillage,
} from "./review";

/** Everything the district's pages show, in two statements however many villages there are. */
export function districtReview(actor: Actor, districtId: string): Promise<DistrictReview> {
  requireCan(actor, "district.review", { districtId, villageId: null });
  return withScope(actor.scope, async (tx) => {
    const [villages, steering] = await Promise.all([
      villagesOf(tx, districtId),
      readSteering(tx, districtId),
    ]);
    return { villages, ...steering };
  });
}

type VillageRow = Omit<ReviewedVillage, "visits"> & {
  plan: (NonNullable<ReviewedVillage["plan"]> & { visitOffsets: number[] | null }) | null;
  visitRecords: {
    offsetMonths: number | null;
    dueDate: string | null;
    heldDate: string | null;
    nextVisitDue: string | null;
  }[];
};

/** The newest plan of each village: by the date it was put up or agreed, then by arrival. */
export const newestPlans = (districtId: string) => sql`
  newest_plans as (
    select distinct on (village_id) id, village_id, workshop_id, status, agreed_date, displayed_date, visit_offsets
    from plans where district_id = ${districtId} and deleted_at is null and village_id is not null
    order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc)`;

export async function villagesOf(tx: Transaction, districtId: string): Promise<ReviewedVillage[]> {
  const rows = await tx.execute<VillageRow>(sql`
    with ${newestPlans(districtId)},
    newest_workshops as (
      select distinct on (village_id) id, village_id, start_date, status
      from workshops where district_id = ${districtId} and deleted_at is null and village_id is not null
        and status <> 'cancelled'
      order by village_id, start_date desc, created_at desc),
    visit_records as (
      select v.plan_id, max(v.held_date) as last_held, jsonb_agg(jsonb_build_object('offsetMonths', v.offset_months,
        'dueDate', v.due_date, 'heldDate', v.held_date, 'nextVisitDue', v.next_visit_due)) as records
      from visits v where v.district_id = ${districtId} and v.deleted_at is null group by v.plan_id),
    main_groups as (
      select distinct on (p.village_id) p.village_id, e.id, e.name_lo, e.name_en
      from village_profiles p
        cross join lateral jsonb_array_elements(coalesce(p.ethnic_groups, '[]')) as g
        join ethnic_groups e on e.id = g->>'group'
      where p.district_id = ${districtId} and p.deleted_at is null
      order by p.village_id, p.date desc, coalesce((g->>'people')::numeric, (g->>'share')::numeric) desc nulls last)
    select pl.id, pl.code, pl.name_lo as "nameLo", pl.name_en as "nameEn", pl.lat, pl.lng,
      case when g.id is not null then jsonb_build_object('id', g.id, 'nameLo', g.name_lo, 'nameEn', g.name_en) end as "mainEthnicGroup",
      jsonb_build_object('id', w.id, 'startDate', w.start_date, 'status', w.status) as workshop,
      case when p.id is not null then jsonb_build_object('id', p.id, 'status', p.status, 'agreedDate', p.agreed_date,
        'displayedDate', p.displayed_date, 'visitOffsets', p.visit_offsets) end as plan,
      r.last_held as "lastVisit", coalesce(r.records, '[]') as "visitRecords"
    from newest_workshops w
      join places pl on pl.id = w.village_id
      left join newest_plans p on p.village_id = w.village_id
      left join visit_records r on r.plan_id = p.id
      left join main_groups g on g.village_id = w.village_id
    order by pl.name_lo, pl.id`);
  return rows.map(({ visitRecords, ...row }) => ({
    ...row,
    visits: row.plan ? dueVisits({ plan: row.plan, visits: visitRecords, today: today() }) : [],
  }));
}

/** Every action of the newest plans, `newest_plans` standing before it. */
const reviewedActions = sql`
  select a.id, a.village_id as "villageId", a.plan_id as "planId", a.what, a.level, a.lead, a.due, a.status,
    a.status_date as "statusDate", r.blocker, a.problem_id as "problemId",
    case when r.id is not null then report_confirmed(r.id) end as confirmed,
    r.photo_id is not null as "hasPhoto"
  from newest_plans p
    join actions a on a.plan_id = p.id and a.deleted_at is null
    left join progress_reports r on r.id = a.status_report_id
  order by a.due nulls last, a.id`;

/** What `steeringColumns` select; a problem's words travel once, not with each of its actions. */
export type SteeringRow = {
  actions: (Omit<ReviewedAction, "problem" | "problemNumber"> & { problemId: string | null })[];
  problems: { id: string; statement: string; number: number | null }[];
  instructions: ReviewedInstruction[];
  promises: ReviewedPromise[];
  escalation: EscalationSetting[];
  boundary: DistrictBoundary | null;
};

/** Columns of a statement that begins with `newest_plans`, so that a page may read more in the same one. */
export const steeringColumns = (districtId: string) => sql`
  ${listOf(reviewedActions)} as actions,
  ${listOf(sql`select q.id, q.statement, q.position + 1 as number from problems q where q.district_id = ${districtId}`)} as problems,
  (select coalesce(jsonb_agg(to_jsonb(i) order by i.date desc, i.id), '[]') from (
    select id, action_id as "actionId", village_id as "villageId", to_office as "toOffice", text, date, due, delivery,
      status, status_date as "statusDate", about, (select n.note from instruction_answers n
        where n.instruction_id = x.id and n.deleted_at is null order by n.created_at desc limit 1) as answer
    from instructions x
    where district_id = ${districtId} and deleted_at is null and withdrawn is not true
    order by date desc, id limit 200) i) as instructions,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'villageId', c.village_id, 'party', c.party, 'text', c.text,
    'due', c.due, 'kept', c.kept) order by c.due, c.id), '[]')
    from commitments c join newest_plans p on p.workshop_id = c.workshop_id
    where c.district_id = ${districtId} and c.deleted_at is null) as promises,
  ${escalationSettingsJson} as escalation,
  (select b.geometry from place_boundaries b where b.place_id = ${districtId}
    order by b.valid_from desc limit 1) as boundary`;

export const steeringOf = (row: SteeringRow | undefined) => ({
  actions: row ? withProblems(row) : [],
  instructions: row?.instructions ?? [],
  promises: row?.promises ?? [],
  boundary: row?.boundary ?? null,
  escalation: settingOn(row?.escalation ?? [], today()),
});

function withProblems({ actions, problems }: SteeringRow): ReviewedAction[] {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  return actions.map(({ problemId, ...action }) => {
    const { statement = null, number = null } = byId.get(problemId ?? "") ?? {};
    return { ...action, problem: statement, problemNumber: number };
  });
}

async function readSteering(tx: Transaction, districtId: string) {
  const [row] = await tx.execute<SteeringRow>(
    sql`with ${newestPlans(districtId)} select ${steeringColumns(districtId)}`,
  );
  return steeringOf(row);
}
