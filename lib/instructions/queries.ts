import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { Office } from "@/lib/plans/schema";

export type InstructionAnswer = Readonly<{
  id: string;
  kind: string;
  date: string;
  office: Office;
  note: string | null;
}>;

export type InstructionView = Readonly<{
  id: string;
  place: string;
  villageId: string | null;
  villageNameLo: string | null;
  villageNameEn: string | null;
  actionId: string | null;
  what: string | null;
  toOffice: Office;
  text: string;
  date: string;
  due: string | null;
  delivery: "account" | "tell_in_person";
  status: string;
  statusDate: string | null;
  answers: readonly InstructionAnswer[];
}>;

/** Instructions of the districts and villages this actor reads, those still open first, newest first. */
export function instructionsFor(
  actor: Actor,
  filter: { districtId?: string; id?: string } = {},
): Promise<InstructionView[]> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const rows = await tx.execute<InstructionView>(sql`
      select i.id, coalesce(i.village_id, i.district_id) as place, i.village_id as "villageId", p.name_lo as "villageNameLo",
        p.name_en as "villageNameEn", i.action_id as "actionId", a.what, i.to_office as "toOffice", i.text, i.date, i.due,
        i.delivery, i.status, i.status_date as "statusDate",
        coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'date', n.date, 'office', n.office,
          'note', n.note) order by n.created_at) from instruction_answers n
          where n.instruction_id = i.id and n.deleted_at is null), '[]') as answers
      from instructions i
        left join places p on p.id = i.village_id
        left join actions a on a.id = i.action_id
      where i.deleted_at is null and i.withdrawn is not true
        ${filter.districtId ? sql`and i.district_id = ${filter.districtId}` : sql``}
        ${filter.id ? sql`and i.id = ${filter.id}` : sql``}
      order by i.status in ('done', 'declined'), i.date desc, i.id
      limit 200`);
    return [...rows];
  });
}

/** The words of one action the actor may see; null when there is none. */
export function actionText(actor: Actor, actionId: string): Promise<string | null> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ what: string }>(
      sql`select what from actions where id = ${actionId} and deleted_at is null`,
    );
    return row?.what ?? null;
  });
}

export type DecisionView = Readonly<{
  id: string;
  date: string;
  text: string;
  meeting: string | null;
  villageNameLo: string | null;
  villageNameEn: string | null;
}>;

/** The latest decisions of one district, newest first. */
export function decisionsFor(actor: Actor, districtId: string): Promise<DecisionView[]> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const rows = await tx.execute<DecisionView>(sql`
      select d.id, d.date, d.text, d.meeting, p.name_lo as "villageNameLo", p.name_en as "villageNameEn"
      from decisions d left join places p on p.id = d.village_id
      where d.district_id = ${districtId} and d.deleted_at is null order by d.date desc, d.id limit 20`);
    return [...rows];
  });
}
