import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, type Assignment, mintActor } from "./actor";
import type { Role } from "./roles";

type For = Partial<Pick<Assignment, "districtIds" | "villageIds" | "nation" | "placeId">> & {
  role: Role;
  userId?: string;
};

/** An actor for database tests, as if signed in; pages and commands get theirs from the session. */
export function actorFor({ role, userId = randomUUID(), ...place }: For): Actor {
  const assignment: Assignment = {
    role,
    placeId: place.placeId ?? place.districtIds?.[0] ?? place.villageIds?.[0] ?? randomUUID(),
    placeNameLo: "",
    placeNameEn: "",
    placeCode: null,
    nation: place.nation ?? false,
    districtIds: place.districtIds ?? [],
    villageIds: place.villageIds ?? [],
  };
  return mintActor({ userId, sessionId: null, displayName: role, office: role, assignments: [assignment] });
}
