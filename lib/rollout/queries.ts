import "server-only";
import { withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { type Reach, reachFrom } from "./reach";
import { type ReachFacts, reachFacts } from "./reach-facts";
import { reviewedPlaces } from "./whose";

/** Own records, per province and by month, and beside them, never merged, what was published. One statement. */
export function reachUntil(actor: Actor, on: string): Promise<Reach> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  return withKeptFacts<ReachFacts, Reach>(
    actor.scope,
    { name: "reach", of: [on], districtIds },
    {
      read: (tx, only) => reachFacts(tx, on, only ?? districtIds),
      // Provinces and what was published belong to no district: they stand while only districts were written to.
      renew: (kept, fresh, districts) => ({
        ...kept,
        districts: [
          ...kept.districts.filter(({ districtId }) => !districts.has(districtId)),
          ...fresh.districts,
        ],
      }),
      answer: reachFrom,
    },
  );
}
