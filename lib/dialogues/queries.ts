import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Office } from "@/lib/plans/schema";
import type { Dialogue } from "./schema";

export type Referred = Readonly<{
  id: string;
  text: string;
  toOffice: Office;
  date: string;
  due: string | null;
  status: string;
  what: string | null;
  villageLo: string | null;
  villageEn: string | null;
}>;
export type DialogueView = Dialogue &
  Readonly<{
    id: string;
    districtId: string;
    districtLo: string;
    districtEn: string;
    /** The change that set its themes last. */
    themesSeen: string | null;
    referred: readonly Referred[];
  }>;

const rows = (where: SQL) => sql`
  select d.id, d.district_id as "districtId", p.name_lo as "districtLo", p.name_en as "districtEn", d.date::text as date,
    d.chair, d.venue, d.villages, d.women, d.men, d.agenda, d.decisions, d.note, d.next_date::text as "nextDate", d.themes,
    (select s.versions->>'themes' from subjects s where s.id = d.id) as "themesSeen",
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'text', i.text, 'toOffice', i.to_office, 'date', i.date,
        'due', i.due, 'status', i.status, 'what', a.what, 'villageLo', v.name_lo, 'villageEn', v.name_en)
        order by i.status in ('done', 'declined'), i.due nulls last, i.id)
      from instructions i left join actions a on a.id = i.action_id left join places v on v.id = i.village_id
      where i.dialogue_id = d.id and i.district_id = d.district_id and i.deleted_at is null and i.withdrawn is not true), '[]')
      as referred
  from dialogues d join places p on p.id = d.district_id
  where d.deleted_at is null and ${where} order by d.date desc, d.id`;

/** The dialogues of the districts this actor reads, the newest first. */
export function dialoguesFor(actor: Actor): Promise<DialogueView[]> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => [
    ...(await tx.execute<DialogueView>(sql`${rows(sql`true`)} limit 100`)),
  ]);
}

export type OpenAction = Readonly<{
  id: string;
  what: string;
  due: string | null;
  lead: Office | null;
  villageId: string;
  villageLo: string;
  villageEn: string;
}>;
export type DialoguePage = Readonly<{ dialogue: DialogueView; open: readonly OpenAction[] }>;

/** One dialogue, and what villages have asked of the district that is late and not referred by it yet. */
export function dialoguePage(actor: Actor, id: string): Promise<DialoguePage> {
  requireCan(actor, "record.read");
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError("not_found");
  return withScope(actor.scope, async (tx) => {
    const [dialogue] = await tx.execute<DialogueView>(rows(sql`d.id = ${id}`));
    if (!dialogue) throw new AppError("not_found");
    const open = await tx.execute<OpenAction>(sql`
      select a.id, a.what, a.due::text as due, a.lead, a.village_id as "villageId", v.name_lo as "villageLo",
        v.name_en as "villageEn"
      from actions a join places v on v.id = a.village_id
      where a.district_id = ${dialogue.districtId} and a.deleted_at is null and a.level <> 'village'
        and a.status not in ('done', 'dropped') and a.due < ${today()}::date
        and not exists (select from instructions i where i.action_id = a.id and i.dialogue_id = ${id} and i.deleted_at is null)
      order by a.due, a.id limit 12`);
    return { dialogue, open: [...open] };
  });
}
