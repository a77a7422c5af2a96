import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { readableHead } from "@/lib/villages/place-queries";
import type { Poster, PosterParts, PublicAnswer } from "./views";

/**
 * Everything that may hang on the wall of one plan, in three statements. What must not be seen (sensitive features, groups
 * needing care, uncovered photos, names, notes) is left out by the query. Without `planId` the newest plan of the place.
 */
export function posterOf(actor: Actor, code: string, planId?: string): Promise<Poster> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const [plan] = await tx.execute<Omit<Poster, "head" | keyof PosterParts>>(
      planQuery(head.id, planId ?? null),
    );
    if (!plan) throw new AppError("not_found");
    return { head, ...plan, ...(await partsWithin(tx, plan)) };
  });
}

const planQuery = (placeId: string, planId: string | null) => sql`
  select p.id as "planId", p.workshop_id as "workshopId", p.agreed_date as "agreedDate",
    p.displayed_date as "displayedDate", p.visit_offsets as "visitOffsets", w.start_date as "workshopDate", w.source,
    d.name_lo as "districtLo", d.name_en as "districtEn", r.name_lo as "provinceLo", r.name_en as "provinceEn",
    consent_stands(w.id, 'display', ${today()}) as "mayDisplay",
    consent_stands(w.id, 'share', ${today()}) as "mayShare",
    consent_stands(w.id, 'public_page', ${today()}) as "mayPublish",
    (select jsonb_build_object('id', s.id, 'token', s.token, 'validUntil', share_ends(p.id, s.valid_until)) from shares s
      where s.plan_id = p.id and s.deleted_at is null and not s.revoked
        and coalesce(share_ends(p.id, s.valid_until) >= ${today()}, true)
      order by s.created_at desc limit 1) as share,
    (select jsonb_build_object('nameLo', f.name_lo, 'nameEn', f.name_en, 'dry', c.travel_min_dry, 'wet', c.travel_min_wet)
      from catchments c join facilities f on f.id = c.facility_id
      where c.village_id = p.village_id and c.valid_to is null) as "healthCentre",
    (select jsonb_build_object('all', coalesce(sum(t.people), 0),
        'women', coalesce(sum(t.people) filter (where t.sex = 'female'), 0))
      from attendance_tallies t where t.workshop_id = w.id and t.deleted_at is null) as people
  from plans p join workshops w on w.id = p.workshop_id and w.deleted_at is null
    left join places d on d.id = p.district_id left join places r on r.id = d.province_id
  where coalesce(p.village_id, p.district_id) = ${placeId} and p.deleted_at is null
    and (${planId}::uuid is null or p.id = ${planId}::uuid)
  order by coalesce(p.displayed_date, p.agreed_date, p.created_at::date) desc, p.created_at desc limit 1`;

type Of = Readonly<{ planId: string | null; workshopId: string }>;

/** What a workshop and its plan may show on any wall, in one statement; a workshop may have no plan yet. */
export async function partsWithin(tx: Transaction, of: Of): Promise<PosterParts> {
  const [parts] = await tx.execute<PosterParts>(partsQuery(of));
  return parts as PosterParts;
}

const partsQuery = ({ planId, workshopId }: Of) => sql`
  with wall as (
    select id, statement, row_number() over (order by coalesce(position, 1000000), id)::int as number
    from problems where workshop_id = ${workshopId} and deleted_at is null and statement <> ''
  )
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'statement', statement) order by number), '[]')
      from wall) as problems,
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'what', a.what, 'lead', a.lead, 'due', a.due,
        'status', a.status, 'statusDate', a.status_date, 'confirmed', report_confirmed(a.status_report_id), 'problem', wall.number)
        order by wall.number nulls last, coalesce(a.position, 1000000), a.id), '[]')
      from actions a left join wall on wall.id = a.problem_id
      where a.plan_id = ${planId}::uuid and a.deleted_at is null and a.what <> '') as actions,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'party', c.party, 'text', c.text,
        'due', c.due, 'kept', c.kept) order by coalesce(c.position, 1000000), c.id), '[]')
      from commitments c where c.workshop_id = ${workshopId} and c.deleted_at is null) as promises,
    (select coalesce(jsonb_agg(jsonb_build_object('offsetMonths', v.offset_months, 'dueDate', v.due_date,
        'heldDate', v.held_date, 'nextVisitDue', v.next_visit_due)), '[]')
      from visits v where v.plan_id = ${planId}::uuid and v.deleted_at is null) as visits,
    (select jsonb_build_object('agreedDate', p.agreed_date, 'displayedDate', p.displayed_date,
        'visitOffsets', p.visit_offsets) from plans p where p.id = ${planId}::uuid) as plan,
    (select jsonb_build_object('base', m.base, 'controlPoints', coalesce(m.control_points, '[]'::jsonb),
        'opacity', coalesce(m.photo_opacity, 0.5), 'features', wall_features(m.id), 'covered', (
          select jsonb_build_object('id', f.id, 'width', f.width, 'height', f.height) from photos f
          where f.covered_from_id = m.photo_id and f.covered_confirmed and not f.sensitive and f.deleted_at is null
            and f.stored_at is not null order by f.created_at desc limit 1))
      from maps m where m.id = wall_map(${workshopId})) as map,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'frame', c.frame, 'glyph', c.glyph, 'labelLo', c.label_lo,
        'labelEn', c.label_en, 'sensitive', c.sensitive, 'position', c.position, 'active', c.active) order by c.position), '[]')
      from map_categories c) as categories`;

/** What anybody holding a poster's token may see: null when no such link has been received yet. */
export async function publicPlan(token: string): Promise<PublicAnswer | null> {
  const [row] = await withScope(emptyScope, (tx) =>
    tx.execute<{ answer: PublicAnswer | null }>(sql`select public_plan(${token}, ${today()}) as answer`),
  );
  return row?.answer ?? null;
}
