"use server";

import { formAction } from "@/lib/action";
import { RecordDialogue, recordDialogue } from "./commands";

export const recordDialogueAction = formAction(RecordDialogue, "dialogue.record", recordDialogue);
