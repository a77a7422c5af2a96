import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { places } from "@/db/schema/places";
import type { Whereabouts } from "@/lib/access/can";
import { AppError } from "@/lib/errors";

/** Until the transaction ends no decree moves a village: what is placed by today's tree stays placed rightly. */
const holdTree = (tx: Transaction) =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('places.tree', 0))`);

/** The district and village of a change's place in today's tree; a district that ended means the one that took it over. */
export async function whereaboutsOf(tx: Transaction, place: string | null): Promise<Whereabouts> {
  if (place === null) return { districtId: null, villageId: null };
  // Sent together, run one after the other: the tree is read once nobody can change it.
  const [, [row]] = await Promise.all([
    holdTree(tx),
    tx
      .select({ level: places.level, districtId: places.districtId, validTo: places.validTo })
      .from(places)
      .where(eq(places.id, place)),
  ]);
  if (!row?.districtId) throw new AppError("invalid", { field: "place" });
  if (row.level === "village") return { districtId: row.districtId, villageId: place };
  const districtId = row.validTo === null ? row.districtId : await successorOf(tx, row.districtId);
  return { districtId, villageId: null };
}

async function successorOf(tx: Transaction, district: string): Promise<string> {
  const [last] = await tx.execute<{ id: string }>(sql`
    with recursive heirs as (
      select ${district}::uuid as id, 0 as step
      union all
      select m.to_district_id, h.step + 1 from heirs h join place_moves m on m.place_id = h.id where h.step < 20)
    select id from heirs order by step desc limit 1`);
  return last?.id ?? district;
}
