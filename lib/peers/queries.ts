import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import type { Category } from "@/lib/learning/rules";
import type { ActionStatus } from "@/lib/plans/schema";
import type { peerVisitKinds } from "./schema";

type Named = Readonly<{
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  districtLo: string;
  districtEn: string;
}>;
export type PeerVisit = Readonly<{
  id: string;
  kind: (typeof peerVisitKinds)[number];
  plannedDate: string | null;
  heldDate: string | null;
  people: number | null;
}>;
type PeerAction = Readonly<{ id: string; what: string; status: ActionStatus; due: string | null }>;
export type PeerLine = Readonly<{
  id: string;
  theme: Category;
  since: string;
  until: string | null;
  districtId: string;
  guide: Named;
  learner: Named;
  visits: readonly PeerVisit[];
  /** Learner's actions on the theme, and those done since the first visit; null on the side that guides. */
  after: Readonly<{ all: number; done: number; confirmed: number; actions: readonly PeerAction[] }> | null;
}>;

const named = (place: string, district: string) =>
  sql.raw(`jsonb_build_object('id', ${place}.id, 'code', ${place}.code, 'nameLo', ${place}.name_lo, 'nameEn', ${place}.name_en,
    'districtLo', ${district}.name_lo, 'districtEn', ${district}.name_en)`);

/** Links that the reader may see, newest first; `only` names the rows of `l`. */
export const peerLines = (only: SQL) => sql`
  select l.id, l.theme, l.since, l.until, l.district_id as "districtId", ${named("g", "gd")} as guide, ${named("v", "vd")} as learner,
    (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'plannedDate', x.planned_date, 'heldDate', x.held_date,
        'people', x.people) order by coalesce(x.held_date, x.planned_date), x.id), '[]')
      from peer_visits x where x.link_id = l.id and x.deleted_at is null) as visits,
    case when l.district_id = any(app_districts()) or l.village_id = any(app_villages()) or app_nation() then (
      select jsonb_build_object('all', count(*), 'done', count(*) filter (where since),
        'confirmed', count(*) filter (where since and report_confirmed(report)),
        'actions', coalesce(jsonb_agg(jsonb_build_object('id', id, 'what', what, 'status', status, 'due', due) order by since desc, id), '[]'))
      from (select a.id, a.what, a.status, a.due, a.status_report_id as report, a.status = 'done' and a.status_date >= (select min(x.held_date) from peer_visits x
          where x.link_id = l.id and x.deleted_at is null) as since
        from actions a join problems q on q.id = a.problem_id and q.category = l.theme
        where a.village_id = l.village_id and a.deleted_at is null) t) end as after
  from peer_links l join places g on g.id = l.guide_id join places gd on gd.id = g.district_id
    join places v on v.id = l.village_id join places vd on vd.id = v.district_id
  where l.deleted_at is null and ${only}
  order by l.since desc, l.id`;

const most = 300;

/** Who guides whom, of everybody the reader covers on either side. */
export function peerLinksFor(actor: Actor, theme: string | null): Promise<PeerLine[]> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => [
    ...(await tx.execute<PeerLine>(
      sql`${peerLines(sql`(${theme}::text is null or l.theme = ${theme})`)} limit ${most}`,
    )),
  ]);
}

export function peerLink(actor: Actor, id: string): Promise<PeerLine> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const [line] = await tx.execute<PeerLine>(peerLines(sql`l.id::text = ${id}`));
    if (!line) throw new AppError("not_found");
    return line;
  });
}
