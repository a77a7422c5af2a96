import { z } from "zod";
import { id, isoDate, line, lines, optional, prose } from "@/lib/changes/fields";
import { themeSet } from "@/lib/themes/frame";
import { governanceLevels } from "@/lib/workshops/vocabularies";

export const visitChecklist = [
  "map_and_plan_on_wall",
  "committee_met",
  "women_took_part",
  "outreach_held",
  "health_centre_present",
  "promises_reviewed",
] as const;

export const VisitFields = z.object({
  planId: id,
  offsetMonths: optional(z.number().int().min(0).max(36)),
  dueDate: optional(isoDate),
  heldDate: optional(isoDate),
  level: z.enum(governanceLevels),
  visitors: optional(lines),
  checklist: optional(z.partialRecord(z.enum(visitChecklist), z.enum(["yes", "no", "na"]))),
  findings: optional(prose),
  nextStep: optional(prose),
  nextVisitDue: optional(isoDate),
  place: optional(line),
  themes: optional(themeSet),
});
export type Visit = z.infer<typeof VisitFields>;
