import "server-only";
import { sql } from "drizzle-orm";
import { setScope, type Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, type Whereabouts } from "@/lib/access/can";
import type { Verb } from "@/lib/access/roles";

/** As long as phones keep what they sent. */
const lateDays = 90;

/**
 * Did this actor cover the place until a decree moved it, not long ago? What they wrote before they heard of it is taken as
 * theirs and lies where the place lies today (docs/decisions/0006).
 */
export async function coveredUntilMove(
  tx: Transaction,
  actor: Actor,
  { verb, place }: { verb: Verb; place: string },
): Promise<boolean> {
  const moves = await tx.execute<{ district_id: string }>(sql`
    select from_district_id as district_id from place_moves
    where place_id = ${place} and recorded_at > now() - make_interval(days => ${lateDays})`);
  return [...moves].some((move) => can(actor, verb, { districtId: move.district_id, villageId: null }));
}

/** Runs with the actor's own scope and this one place besides. */
export async function alsoAt<T>(
  tx: Transaction,
  { scope }: Actor,
  { place, run }: { place: Whereabouts; run: () => Promise<T> },
): Promise<T> {
  const { districtId, villageId } = place;
  const add = (ids: readonly string[], id: string | null) => (id ? [...ids, id] : ids);
  const district = villageId ? null : districtId;
  await setScope(tx, {
    ...scope,
    districtIds: add(scope.districtIds, district),
    villageIds: add(scope.villageIds, villageId),
    sensitiveDistrictIds: add(scope.sensitiveDistrictIds, district),
    sensitiveVillageIds: add(scope.sensitiveVillageIds, villageId),
    // Their wall knows districts only.
    mentorshipDistrictIds: add(scope.mentorshipDistrictIds, districtId),
  });
  const answer = await run();
  await setScope(tx, scope);
  return answer;
}
