import "server-only";
import { emptyScope, type Scope } from "@/db/client";
import { type Role, rolesTable, type Verb } from "./roles";

/** One dated assignment that holds today, with the places it covers in today's tree. */
export type Assignment = Readonly<{
  role: Role;
  placeId: string;
  placeNameLo: string;
  placeNameEn: string;
  placeCode: string | null;
  nation: boolean;
  /** The health facility whose catchment this is. */
  facilityId?: string | null;
  /** Districts covered whole (district, province assignments). */
  districtIds: readonly string[];
  /** Villages covered one by one (village and catchment assignments). */
  villageIds: readonly string[];
}>;

declare const minted: unique symbol;
export type Actor = Readonly<{
  [minted]: true;
  userId: string;
  sessionId: string | null;
  displayName: string;
  office: string;
  assignments: readonly Assignment[];
  scope: Scope;
}>;

type Person = Omit<Actor, typeof minted | "scope">;

const has = (assignment: Assignment, verb: Verb) => rolesTable[assignment.role].includes(verb);
const union = (lists: (readonly string[])[]) => [...new Set(lists.flat())].sort();

function scopeOf({ userId, assignments }: Person): Scope {
  const readers = assignments.filter((a) => has(a, "record.read"));
  const sensitive = assignments.filter((a) => has(a, "feature.readSensitive"));
  const trust = assignments.filter((a) => has(a, "trust.read"));
  const trustSummary = assignments.filter((a) => has(a, "trust.summary"));
  const budget = assignments.filter((a) => has(a, "budget.read"));
  const published = assignments.filter((a) => has(a, "published.read"));
  const voices = assignments.filter((a) => has(a, "voice.moderate"));
  const mentorship = assignments.filter((a) => has(a, "mentorship.read"));
  return {
    ...emptyScope,
    userId,
    districtIds: union(readers.map((a) => a.districtIds)),
    villageIds: union(readers.map((a) => a.villageIds)),
    sensitiveDistrictIds: union(sensitive.map((a) => a.districtIds)),
    sensitiveVillageIds: union(sensitive.map((a) => a.villageIds)),
    trustDistrictIds: union(trust.map((a) => a.districtIds)),
    trustVillageIds: union(trust.map((a) => a.villageIds)),
    trustSummaryDistrictIds: union(trustSummary.map((a) => a.districtIds)),
    trustNation: trustSummary.some((a) => a.nation),
    publishedDistrictIds: union(published.map((a) => a.districtIds)),
    publishedNation: published.some((a) => a.nation),
    budgetDistrictIds: union(budget.map((a) => a.districtIds)),
    // A district's own id among them names no province.
    budgetProvinceIds: union(budget.map((a) => [a.placeId])),
    budgetNation: budget.some((a) => a.nation),
    mentorshipDistrictIds: union(mentorship.map((a) => a.districtIds)),
    voiceDistrictIds: union(voices.map((a) => a.districtIds)),
    voiceVillageIds: union(voices.map((a) => a.villageIds)),
    nation: readers.some((a) => a.nation),
    admin: assignments.some((a) => has(a, "account.manage")),
    nationalWriter: assignments.some((a) => a.nation && has(a, "rollout.record")),
  };
}

/** Only lib/access calls this: whoever holds an Actor has been through sign-in or the device check. */
export function mintActor(person: Person): Actor {
  return { ...person, scope: scopeOf(person) } as Actor;
}

/** What an actor may do where, as text: who has the same text and the same scope is answered the same everywhere. */
export const rightsOf = ({ assignments }: Actor) =>
  assignments
    .map(({ role, placeId }) => `${role} ${placeId}`)
    .sort()
    .join();
