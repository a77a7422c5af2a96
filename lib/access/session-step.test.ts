import { expect, test } from "vitest";
import { privacyVersion } from "@/lib/people/privacy";
import type { Role } from "./roles";
import { sessionStep } from "./session-step";

type Flags = Partial<Record<"secondFactorDone" | "secondFactorSet" | "mustChangePassword", boolean>>;

const person = (role: Role, flags: Flags & { privacyAccepted?: string | null } = {}) => ({
  secondFactorDone: false,
  secondFactorSet: false,
  mustChangePassword: false,
  privacyAccepted: privacyVersion as string | null,
  ...flags,
  assignments: [{ role }],
});

test.each([
  [person("facilitator"), false, "ready"],
  [person("facilitator", { mustChangePassword: true }), false, "password"],
  [person("facilitator", { secondFactorSet: true }), false, "code"],
  [person("facilitator", { secondFactorSet: true }), true, "code"],
  [person("administrator"), false, "enrol"],
  [person("ministry"), false, "enrol"],
  [person("province"), false, "enrol"],
  [person("administrator"), true, "ready"],
  [person("administrator", { secondFactorSet: true }), true, "code"],
  [person("administrator", { secondFactorSet: true, secondFactorDone: true }), false, "ready"],
  [person("administrator", { secondFactorDone: true }), false, "ready"],
  [person("administrator", { mustChangePassword: true }), false, "enrol"],
  [person("administrator", { secondFactorDone: true, mustChangePassword: true }), false, "password"],
  [person("facilitator", { privacyAccepted: "2025-01" }), false, "privacy"],
  [person("facilitator", { privacyAccepted: null }), false, "privacy"],
  [person("facilitator", { privacyAccepted: "2025-01" }), true, "privacy"],
  [person("facilitator", { privacyAccepted: null }), true, "ready"],
  [person("facilitator", { privacyAccepted: "2025-01", mustChangePassword: true }), false, "password"],
] as const)("%j in demonstration %s is %s", (who, demonstration, step) =>
  expect(sessionStep(who, { demonstration })).toBe(step),
);
