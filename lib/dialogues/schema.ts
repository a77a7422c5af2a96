import { z } from "zod";
import { count, isoDate, line, lines, optional, prose } from "@/lib/changes/fields";
import { offices } from "@/lib/plans/schema";
import { themeSet } from "@/lib/themes/frame";

/** A meeting of the district with its villages. What it refers onwards are instructions that name it. */
export const DialogueFields = z.object({
  date: isoDate,
  chair: z.enum(offices),
  venue: optional(line),
  /** Villages that were heard; people by sex, as a count. */
  villages: optional(count),
  women: optional(count),
  men: optional(count),
  agenda: optional(lines),
  decisions: optional(lines),
  note: optional(prose),
  nextDate: optional(isoDate),
  themes: optional(themeSet),
});
export type Dialogue = z.infer<typeof DialogueFields>;
