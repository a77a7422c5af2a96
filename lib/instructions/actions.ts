"use server";

import { formAction } from "@/lib/action";
import {
  AnswerInstruction,
  answerInstruction,
  GiveInstruction,
  giveInstruction,
  RecordDecision,
  recordDecision,
} from "./commands";

export const instructAction = formAction(GiveInstruction, "instruction.give", giveInstruction);
export const answerAction = formAction(AnswerInstruction, "instruction.answer", answerInstruction);
export const decideAction = formAction(RecordDecision, "decision.record", recordDecision);
