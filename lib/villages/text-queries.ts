import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";

export type FoundText = Readonly<{
  id: string;
  kind: "action" | "problem";
  text: string;
  planId: string | null;
  workshopId: string;
  villageId: string;
  villageCode: string | null;
  villageLo: string;
  villageEn: string;
}>;

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;

/** Actions and problems whose words hold the text, of the places the reader may read; the newest first, so many at most. */
export async function searchTexts(actor: Actor, text: string, limit: number): Promise<FoundText[]> {
  if (limit <= 0 || text.trim().length < 2 || !can(actor, "record.read")) return [];
  const like = escaped(text.trim());
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<FoundText>(sql`
      select t.id, t.kind, t.text, t.plan as "planId", t.workshop as "workshopId", v.id as "villageId", v.code as "villageCode",
        v.name_lo as "villageLo", v.name_en as "villageEn"
      from (
        select a.id, 'action' as kind, a.what as text, a.plan_id as plan, p.workshop_id as workshop, a.village_id, a.created_at
        from actions a join plans p on p.id = a.plan_id and p.deleted_at is null
        where a.what ilike ${like} and a.deleted_at is null
        union all
        select q.id, 'problem', q.statement, null, q.workshop_id, q.village_id, q.created_at
        from problems q where q.statement ilike ${like} and q.deleted_at is null
      ) t join places v on v.id = t.village_id
      order by t.created_at desc, t.id limit ${limit}`),
  );
  return [...rows];
}
