import { z } from "zod";
import type { Entries } from "@/lib/changes/entries";
import { id, isoDate, kip, line, optional, prose } from "@/lib/changes/fields";
import { budgetSources } from "@/lib/money/vocabularies";
import { actionStatuses } from "@/lib/plans/schema";
import {
  leavingReasons,
  marks,
  menteeStates,
  mentorLevels,
  professions,
  stepLeads,
  tools,
  tracks,
  venues,
} from "./vocabularies";

const Words = z.object({ lo: line, en: line });
const code = z.string().regex(/^[a-z0-9_]{1,40}$/);
const itemName = /^[a-z0-9_]{1,40}$/;

const Section = z.object({ code, text: Words });
const Item = z.object({
  code,
  section: code,
  text: Words,
  /** Not done, it fails the whole, whatever the score. */
  critical: z.boolean(),
  /** What is said at once when it was not done. */
  advice: Words.nullable().optional(),
});
export type ChecklistItem = z.infer<typeof Item>;
export const mostItems = 80;

/** One version of a checklist; another wording or another item is another version, never an edit. */
export const ChecklistFields = z.object({
  tool: z.enum(tools),
  series: line,
  version: z.number().int().min(1).max(999),
  nameLo: line,
  nameEn: line,
  /** `working`: our own neutral words, to be replaced with the official text. */
  wording: z.enum(["working", "official"]),
  source: optional(line),
  passPercent: z.number().int().min(1).max(100),
  sections: z.array(Section).max(20),
  items: z.array(Item).min(1).max(mostItems),
});
export type Checklist = z.infer<typeof ChecklistFields>;

/** Two items under one code could not be told apart in the marks. */
export function checklistContradiction(fields: Readonly<Record<string, unknown>>): string | null {
  const items = (fields.items ?? []) as readonly Pick<ChecklistItem, "code">[];
  return new Set(items.map((item) => item.code)).size < items.length ? "items" : null;
}

export const MentorFields = z.object({
  name: line,
  level: z.enum(mentorLevels),
  profession: z.enum(professions),
  facilityId: optional(id),
  from: isoDate,
  to: optional(isoDate),
});

export const MenteeFields = z.object({
  name: line,
  profession: z.enum(professions),
  facilityId: id,
  mentorId: optional(id),
  track: z.enum(tracks),
  from: isoDate,
  /** Whose place she took. */
  replacesId: optional(id),
});

export type Mentee = z.infer<typeof MenteeFields>;

/** Append only: the latest received says how she stands. */
export const MenteeStatusFields = z.object({
  menteeId: id,
  status: z.enum(menteeStates),
  date: isoDate,
  reason: optional(z.enum(leavingReasons)),
  until: optional(isoDate),
});

export type MenteeStatus = z.infer<typeof MenteeStatusFields>;

export const MentoringSessionFields = z.object({
  startDate: isoDate,
  endDate: optional(isoDate),
  venue: z.enum(venues),
  facilityId: optional(id),
  mentorIds: optional(z.array(id).max(20)),
  costKip: optional(kip),
  /** Whose money the cost was. */
  fundSource: optional(z.enum(budgetSources)),
  /** The cost is already among what a budget line for mentorship says was spent: there it counts, not a second time. */
  inBudget: optional(z.boolean()),
  note: optional(prose),
});

/** One mentee, or one facility, against one version of a checklist. */
export const AssessmentFields = z.object({
  sessionId: id,
  checklistId: id,
  menteeId: optional(id),
  facilityId: id,
  date: isoDate,
  /** Marks before it are on their way; only a finished one counts. */
  finished: optional(z.boolean()),
  note: optional(prose),
});

/** `mark.seal`: done, not done, does not apply; null takes a mark back. */
export const assessmentMarks = {
  prefix: "mark.",
  name: itemName,
  value: z.enum(marks).nullable(),
  column: "marks",
} as const satisfies Entries;

/** What was agreed at the end: of a mentee's own plan, or of the facility's and the district's. */
export const NextStepFields = z.object({
  sessionId: id,
  menteeId: optional(id),
  facilityId: optional(id),
  itemCode: optional(code),
  what: line,
  lead: z.enum(stepLeads),
  date: isoDate,
  due: optional(isoDate),
  status: z.enum(actionStatuses),
  statusDate: optional(isoDate),
  note: optional(prose),
});
export type NextStep = z.infer<typeof NextStepFields>;
