"use server";

import { formAction } from "@/lib/action";
import { SaveTarget, SaveValue, saveTarget, saveValue } from "./commands";
import { TakeSheet, takeSheet } from "./import-commands";

export const saveTargetAction = formAction(SaveTarget, "national.record", saveTarget);
export const saveValueAction = formAction(SaveValue, "national.record", saveValue);
export const takeSheetAction = formAction(TakeSheet, "national.record", takeSheet);
