import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { EscalationSetting } from "./escalation";

/** Every setting in the order it was recorded, as one JSON list for a page's own statement. */
export const escalationSettingsJson = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'from', e.from_date, 'healthCentreDays', e.health_centre_days,
    'governorDays', e.governor_days) order by e.created_at, e.id), '[]')
    from escalation_settings e where e.deleted_at is null)`;

export async function escalationSettingsWithin(tx: Transaction): Promise<EscalationSetting[]> {
  const [row] = await tx.execute<{ settings: EscalationSetting[] }>(
    sql`select ${escalationSettingsJson} as settings`,
  );
  return row?.settings ?? [];
}

/** For the screen on which the programme sets it. */
export function escalationSettingsOf(actor: Actor): Promise<EscalationSetting[]> {
  requireCan(actor, "escalation.set");
  return withScope(actor.scope, escalationSettingsWithin);
}
