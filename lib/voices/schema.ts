import { z } from "zod";
import { id, line } from "@/lib/changes/fields";

export const wordsLength = 280;

/** What the form of the public page sends. A pressed button is the answer; the id is made with the page. */
export const SayVoice = z.object({
  id,
  action: id,
  said: z.enum(["done", "not"]),
  words: line
    .pipe(z.string().trim().max(wordsLength))
    .transform((words) => words.replace(/\s+/g, " "))
    .default(""),
});
export type SayVoice = z.infer<typeof SayVoice>;

/** Answers to an action since its latest official report; `words` are those that were passed, newest first. */
export type Said = Readonly<{ done: number; all: number; words: readonly string[] }>;

export const DecideWords = z.object({ voice: id, state: z.enum(["passed", "withheld"]) });
