import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { Office } from "@/lib/plans/schema";

type Place = Readonly<{ level: string; nameLo: string; nameEn: string }>;
export type Network = Place &
  Readonly<{
    id: string;
    name: string;
    purpose: string;
    administrators: readonly Office[];
    size: number | null;
    lastActive: string | null;
  }>;
export type Networks = Readonly<{
  networks: readonly Network[];
  /** Where the reader may register one: districts first, then their villages. */
  places: readonly (Place & { id: string })[];
}>;

/** Groups of the places the reader covers, in one statement. */
export function networksFor(actor: Actor): Promise<Networks> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Networks>(sql`
      select
        (select coalesce(json_agg(r), '[]') from (
          select n.id, n.name, n.purpose, n.administrators, n.size, n.last_active as "lastActive", p.level, p.name_lo as "nameLo",
            p.name_en as "nameEn" from networks n join places p on p.id = coalesce(n.village_id, n.district_id)
          where n.deleted_at is null and n.ended is null order by p.level, p.name_lo, n.name limit 300) r) as networks,
        (select coalesce(json_agg(r), '[]') from (
          select id, level, name_lo as "nameLo", name_en as "nameEn" from places
          where valid_to is null and level in ('district', 'village')
            and (district_id = any(app_districts()) or id = any(app_villages()))
          order by level, name_lo) r) as places`);
    return row as Networks;
  });
}
