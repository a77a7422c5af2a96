import "server-only";
import { AppError } from "@/lib/errors";
import type { Actor, Assignment } from "./actor";
import { rolesTable, type Verb } from "./roles";

/** Where something happens: a village with its district, a district alone, or neither for programme-wide matters. */
export type Whereabouts = Readonly<{ districtId: string | null; villageId: string | null }>;

const covers = (assignment: Assignment, { districtId, villageId }: Whereabouts) =>
  assignment.nation ||
  (districtId !== null && assignment.districtIds.includes(districtId)) ||
  (villageId !== null && assignment.villageIds.includes(villageId));

/** May this actor do this, there? Without a place: may they do it anywhere at all? */
export function can(actor: Actor, verb: Verb, place?: Whereabouts): boolean {
  return actor.assignments.some((a) => rolesTable[a.role].includes(verb) && (!place || covers(a, place)));
}

export function requireCan(actor: Actor, verb: Verb, place?: Whereabouts): void {
  if (!can(actor, verb, place)) throw new AppError("forbidden", { verb });
}
