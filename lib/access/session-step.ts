import { type Role, secondFactorRoles } from "./roles";

export type SessionStep = "code" | "enrol" | "password" | "ready";

type Standing = {
  secondFactorDone: boolean;
  secondFactorSet: boolean;
  mustChangePassword: boolean;
  assignments: readonly { role: Role }[];
};

/** What a session still owes before it may be used. In the demonstration nobody is made to set up a second factor. */
export function sessionStep(person: Standing, { demonstration }: { demonstration: boolean }): SessionStep {
  if (!person.secondFactorDone) {
    if (person.secondFactorSet) return "code";
    if (!demonstration && person.assignments.some(({ role }) => secondFactorRoles.includes(role)))
      return "enrol";
  }
  return person.mustChangePassword ? "password" : "ready";
}
