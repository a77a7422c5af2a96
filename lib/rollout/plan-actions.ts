"use server";

import { formAction } from "@/lib/action";
import { RemoveLine, removeLine, SaveLine, saveLine } from "./plan-commands";

export const saveLineAction = formAction(SaveLine, "rollout.plan", saveLine);
export const removeLineAction = formAction(RemoveLine, "rollout.plan", removeLine);
