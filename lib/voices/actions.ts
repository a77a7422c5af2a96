"use server";

import { formAction } from "@/lib/action";
import { decideWords } from "./commands";
import { DecideWords } from "./schema";

export const decideWordsAction = formAction(DecideWords, "voice.moderate", decideWords);
