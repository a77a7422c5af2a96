/** The seven tools of the approach (domain §5); each is a series of versioned checklists. */
export const tools = [
  "osce",
  "standards",
  "exit_interview",
  "chart_review",
  "partograph",
  "readiness",
  "action_plan",
] as const;
export type Tool = (typeof tools)[number];

/** Scored for one mentee; the others are about the place where she works. */
export const personTools: readonly Tool[] = ["osce", "standards", "action_plan"];

export const professions = ["midwife", "nurse", "doctor", "public_health", "other"] as const;
export const mentorLevels = ["trainer", "mentor"] as const;
export const tracks = ["new", "replacement"] as const;
export const menteeStates = ["active", "on_leave", "replaced", "left"] as const;
export const leavingReasons = ["study", "maternity", "transfer", "retired", "other"] as const;
export const venues = ["district_hospital", "health_centre"] as const;
export const stepLeads = ["mentee", "mentor", "facility", "district_office"] as const;
export const marks = ["done", "not_done", "na"] as const;

export type MenteeState = (typeof menteeStates)[number];
export type Mark = (typeof marks)[number];
