import { z } from "zod";

/** `aside`, or what the id is: a village, a facility, or one of our elements by its number. */
const meaning = z
  .string()
  .regex(/^(?:aside|(?:village|facility):[0-9a-f-]{36}|element:\d{1,5})$/)
  .transform((text) => {
    const [what, which = ""] = text.split(":");
    return { what: what as "aside" | "village" | "facility" | "element", which };
  });

export const MeaningForm = z.object({
  importId: z.uuid(),
  kind: z.enum(["unit", "element"]),
  externalId: z.string().min(1).max(300),
  combo: z.string().max(300).default(""),
  meaning,
});
export type MeaningForm = z.output<typeof MeaningForm>;

export const OneImport = z.object({ importId: z.uuid() });
export const OneMeaning = z.object({ id: z.uuid() });
