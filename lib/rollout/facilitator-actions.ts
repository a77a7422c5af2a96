"use server";

import { formAction } from "@/lib/action";
import { SetAside, setAside } from "@/lib/changes/set-aside";
import { SaveFacilitator, SaveTraining, saveFacilitator, saveTraining } from "./facilitator-commands";

export const saveFacilitatorAction = formAction(SaveFacilitator, "rollout.plan", saveFacilitator);
export const saveTrainingAction = formAction(SaveTraining, "rollout.plan", saveTraining);
export const setTrainingAsideAction = formAction(SetAside, "rollout.plan", (actor, input) =>
  setAside(actor, "facilitatorTraining", input),
);
