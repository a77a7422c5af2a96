import { z } from "zod";
import { count, id, isoDate, line, optional, prose } from "@/lib/changes/fields";
import { professions } from "@/lib/mentorship/vocabularies";

export const topics = [
  "newborn_care",
  "partograph",
  "respectful_care",
  "infection_prevention",
  "communication",
  "immunisation",
  "nutrition",
  "family_planning",
  "data_reporting",
  "facilitation",
  "other",
] as const;
export const attendeeRoles = [...professions, "health_volunteer", "facilitator"] as const;

/** Percent right before and after, of one person nobody can tell. */
const Scores = z.object({ pre: z.number().min(0).max(100), post: z.number().min(0).max(100) });
export const mostScores = 60;

export const TrainingFields = z.object({
  topic: z.enum(topics),
  title: optional(line),
  facilityId: optional(id),
  date: isoDate,
  days: optional(z.number().int().min(1).max(60)),
  attendees: optional(z.array(z.object({ role: z.enum(attendeeRoles), people: count })).max(20)),
  scores: optional(z.array(Scores).max(mostScores)),
  /** When those who came should come again. */
  refresherDue: optional(isoDate),
  /** The one this refreshes. */
  refreshesId: optional(id),
  note: optional(prose),
});
export type Training = z.infer<typeof TrainingFields>;
