"use server";

import { formAction } from "@/lib/action";
import { AddFacilitator, AddTraining, addFacilitator, addTraining } from "./facilitator-commands";

export const addFacilitatorAction = formAction(AddFacilitator, "rollout.plan", addFacilitator);
export const addTrainingAction = formAction(AddTraining, "rollout.plan", addTraining);
