import "server-only";
import type { Actor } from "@/lib/access/actor";
import { rolesTable } from "@/lib/access/roles";

/** The districts whose rollout somebody reviews; null is the whole nation. */
export function reviewedPlaces(actor: Actor): readonly string[] | null {
  const reviewing = actor.assignments.filter(({ role }) => rolesTable[role].includes("rollout.read"));
  return reviewing.some(({ nation }) => nation)
    ? null
    : [...new Set(reviewing.flatMap(({ districtIds }) => districtIds))];
}
