"use server";

import { formAction } from "@/lib/action";
import { SetAside, setAside } from "@/lib/changes/set-aside";
import { SaveTarget, SaveValue, saveTarget, saveValue } from "./commands";
import { TakeSheet, takeSheet } from "./import-commands";

export const saveTargetAction = formAction(SaveTarget, "national.record", saveTarget);
export const saveValueAction = formAction(SaveValue, "national.record", saveValue);
export const takeSheetAction = formAction(TakeSheet, "national.record", takeSheet);
export const setTargetAsideAction = formAction(SetAside, "national.record", (actor, input) =>
  setAside(actor, "nationalTarget", input),
);
export const setValueAsideAction = formAction(SetAside, "national.record", (actor, input) =>
  setAside(actor, "nationalValue", input),
);
