import { z } from "zod";
import { matterKey } from "@/lib/attention/schema";
import { id, isoDate, line, optional, prose } from "@/lib/changes/fields";
import { offices } from "@/lib/plans/schema";

export const InstructionFields = z.object({
  actionId: optional(id),
  workshopId: optional(id),
  /** The matter of the attention list that called for it. */
  about: optional(matterKey),
  /** The district dialogue that referred it. */
  dialogueId: optional(id),
  toOffice: z.enum(offices),
  text: prose,
  date: isoDate,
  due: optional(isoDate),
  /** "tell_in_person" when no account holds that office in the place: the facilitator carries it. */
  delivery: z.enum(["account", "tell_in_person"]),
  withdrawn: optional(z.boolean()),
});

export const answerKinds = ["acknowledged", "told", "under_way", "done", "declined"] as const;

export const AnswerFields = z.object({
  instructionId: id,
  kind: z.enum(answerKinds),
  date: isoDate,
  office: z.enum(offices),
  note: optional(prose),
});

/** Something decided, with the meeting and what it is about. */
export const DecisionFields = z.object({
  actionId: optional(id),
  workshopId: optional(id),
  text: prose,
  date: isoDate,
  meeting: optional(line),
});

export type Instruction = z.infer<typeof InstructionFields>;
export type Answer = z.infer<typeof AnswerFields>;
