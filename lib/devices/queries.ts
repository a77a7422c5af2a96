import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import type { QuarantineReason } from "@/lib/sync/quarantine";

export type DeviceRow = Readonly<{
  id: string;
  label: string;
  owner: string;
  office: string;
  registered_at: string;
  last_seen_at: string;
  reported_at: string | null;
  waiting: number;
  photos: number;
  conflicts: number;
  rejects: number;
  revoked_at: string | null;
  wiped_at: string | null;
}>;
export type DeviceList = Readonly<{ devices: readonly DeviceRow[]; found: number }>;

const pageSize = 100;

/** Every phone for an administrator; for a health office those of its district's facilitators and health centre people. */
export async function devicesFor(actor: Actor, search: string): Promise<DeviceList> {
  requireCan(actor, "device.supervise");
  const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<DeviceRow & { found: number }>(sql`
      select d.id, d.label, u.display_name as owner, u.office, d.registered_at::text, d.last_seen_at::text,
        d.reported_at::text, d.waiting, d.photos, d.conflicts, d.rejects, d.revoked_at::text, d.wiped_at::text,
        count(*) over ()::int as found
      from devices d join users u on u.id = d.user_id
      where u.display_name ilike ${like} or u.office ilike ${like} or u.login ilike ${like}
      order by d.revoked_at is not null, d.last_seen_at desc, d.id limit ${pageSize}`),
  );
  return { devices: rows.map(({ found: _, ...device }) => device), found: rows[0]?.found ?? 0 };
}

export type QuarantinedRow = Readonly<{
  id: string;
  reason: QuarantineReason;
  kind: string;
  author: string | null;
  carrier: string | null;
  place_lo: string | null;
  place_en: string | null;
  made_at: string;
  received_at: string;
  said: Readonly<Record<string, unknown>> | null;
}>;
export type Quarantine = Readonly<{ rows: readonly QuarantinedRow[]; total: number }>;

/**
 * What waits for an administrator's decision, the oldest first. Never what a map entry or a photo says: exact places of
 * sensitive things are not an administrator's to read. Not what has meanwhile arrived with a true signature.
 */
export async function quarantineFor(actor: Actor): Promise<Quarantine> {
  requireCan(actor, "account.manage");
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<QuarantinedRow & { total: number }>(sql`
      select q.id, q.reason, q.change->>'kind' as kind, a.display_name as author, c.display_name as carrier,
        p.name_lo as place_lo, p.name_en as place_en, q.change->>'madeAt' as made_at, q.received_at::text,
        case when split_part(q.change->>'kind', '.', 1) in ('feature', 'map', 'photo') then null
          else (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(q.change->'fields')
            where jsonb_typeof(value) <> 'null' and octet_length(value::text) <= 8000
              and value #>> '{}' !~ '^[0-9a-f]{8}-') end as said,
        count(*) over ()::int as total
      from quarantined_changes q
        left join users a on a.id = q.author_id left join users c on c.id = q.carrier_id
        left join places p on p.id = (q.change->>'place')::uuid
      where q.state = 'open' and change_digest(q.change_id) is distinct from q.digest
      order by q.received_at, q.id limit ${pageSize}`),
  );
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function quarantineCount(actor: Actor): Promise<number> {
  if (!can(actor, "account.manage")) return 0;
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from quarantined_changes
      where state = 'open' and change_digest(change_id) is distinct from digest`),
  );
  return row?.n ?? 0;
}
