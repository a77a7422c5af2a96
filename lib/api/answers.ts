import { z } from "zod";
import type { ChangeAnswer } from "@/lib/changes/schema";
import type { FarewellAnswer, PullAnswer, PushAnswer } from "@/lib/sync/wire";

// The answers' types say what the code gives; these say it to others. A difference does not compile.
const moment = z.string().describe("ISO 8601 with offset");
const text = z.string();

export const ChangeAnswerShape: z.ZodType<ChangeAnswer> = z
  .object({
    id: text,
    status: z.enum(["accepted", "duplicate", "merged", "conflict", "held", "quarantined", "rejected"]),
    code: text.optional().describe("Why it was rejected"),
    details: z.unknown().optional(),
    conflicts: z.array(text).optional().describe("Fields with two values that wait for a person"),
  })
  .describe(
    "accepted, merged: recorded. duplicate: known already. conflict: kept beside the value that stands. held: waits for what it belongs to. quarantined: its signature could not be believed, an administrator decides. rejected: not taken, see code.",
  );

const serverMoment = {
  epoch: z.string().describe("Renewed by every restore: send again what was sent in the last 90 days"),
  at: moment,
};
export const PushAnswerShape: z.ZodType<PushAnswer> = z.object({
  ...serverMoment,
  answers: z.array(ChangeAnswerShape),
});

const PulledChangeShape = z.object({
  id: text,
  kind: text,
  subject: text,
  place: text.nullable(),
  fields: z.record(text, z.unknown()).nullable().describe("Null when it was erased"),
  base: z.record(text, text.nullable()),
  madeAt: moment,
  authorId: text,
  seq: z.int(),
});
export const PullAnswerShape: z.ZodType<PullAnswer> = z.object({
  ...serverMoment,
  districts: z.array(
    z.object({ id: text, grant: text.describe("Another value means other rights: pull the district anew") }),
  ),
  changes: z.array(PulledChangeShape),
  people: z.record(text, z.object({ name: text, office: text })),
  cursor: text.nullable(),
  more: z.boolean(),
});

export const FarewellAnswerShape: z.ZodType<FarewellAnswer> = z.object({
  answers: z.array(ChangeAnswerShape),
});
export const Failure = z.object({
  error: z.object({
    code: text,
    details: z.record(text, z.unknown()).optional(),
    reference: text.optional(),
  }),
});
