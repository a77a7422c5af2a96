"use server";

import { formAction } from "@/lib/action";
import { SaveElement, SaveIndicator, saveElement, saveIndicator } from "./manage-commands";

export const saveElementAction = formAction(SaveElement, "indicator.manage", saveElement);
export const saveIndicatorAction = formAction(SaveIndicator, "indicator.manage", saveIndicator);
