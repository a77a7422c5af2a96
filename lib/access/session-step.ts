import { privacyVersion } from "@/lib/people/privacy";
import { type Role, secondFactorRoles } from "./roles";

export type SessionStep = "code" | "enrol" | "password" | "privacy" | "ready";

type Standing = {
  secondFactorDone: boolean;
  secondFactorSet: boolean;
  mustChangePassword: boolean;
  privacyAccepted: string | null;
  assignments: readonly { role: Role }[];
};

/** What a session still owes before it may be used. In the demonstration nobody is made to set up a second factor. */
export function sessionStep(person: Standing, { demonstration }: { demonstration: boolean }): SessionStep {
  if (!person.secondFactorDone) {
    if (person.secondFactorSet) return "code";
    if (!demonstration && person.assignments.some(({ role }) => secondFactorRoles.includes(role)))
      return "enrol";
  }
  if (person.mustChangePassword) return "password";
  return owesPrivacy(person.privacyAccepted, demonstration) ? "privacy" : "ready";
}

/** A new version of the notice is asked of everybody; in the demonstration only of those who accepted one before. */
const owesPrivacy = (accepted: string | null, demonstration: boolean) =>
  accepted !== privacyVersion && !(demonstration && accepted === null);
