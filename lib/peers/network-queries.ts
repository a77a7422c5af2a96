import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { Office } from "@/lib/plans/schema";
import type { channels } from "./schema";

type Channel = (typeof channels)[number];
type Place = Readonly<{ level: string; nameLo: string; nameEn: string }>;
export type Network = Place &
  Readonly<{
    id: string;
    placeId: string;
    name: string;
    purpose: string;
    channel: Channel;
    administrators: readonly Office[];
    size: number | null;
    lastActive: string | null;
    ended: string | null;
    versions: Readonly<Record<string, string>>;
  }>;
export type Networks = Readonly<{
  /** Those that ended come last. */
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
          select n.id, p.id as "placeId", n.name, n.purpose, n.channel, n.administrators, n.size, n.last_active as "lastActive", n.ended,
            p.level, p.name_lo as "nameLo", p.name_en as "nameEn", coalesce(s.versions, '{}') as versions
          from networks n join places p on p.id = coalesce(n.village_id, n.district_id) left join subjects s on s.id = n.id
          where n.deleted_at is null order by n.ended desc nulls first, p.level, p.name_lo, n.name limit 300) r) as networks,
        (select coalesce(json_agg(r), '[]') from (
          select id, level, name_lo as "nameLo", name_en as "nameEn" from places
          where valid_to is null and level in ('district', 'village')
            and (district_id = any(app_districts()) or id = any(app_villages()))
          order by level, name_lo) r) as places`);
    return row as Networks;
  });
}
