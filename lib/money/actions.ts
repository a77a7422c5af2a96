"use server";

import { formAction } from "@/lib/action";
import { SetAside, setAside } from "@/lib/changes/set-aside";
import { SaveBudget, saveBudget } from "./budget-commands";
import { SaveAgreement, SaveInstitution, saveAgreement, saveInstitution } from "./institution-commands";
import { SaveActivity, saveActivity } from "./partner-commands";

export const saveInstitutionAction = formAction(SaveInstitution, "rollout.record", saveInstitution);
export const saveAgreementAction = formAction(SaveAgreement, "rollout.record", saveAgreement);
export const saveBudgetAction = formAction(SaveBudget, "budget.read", saveBudget);
export const saveActivityAction = formAction(SaveActivity, "rollout.record", saveActivity);
/** A district's line names its place; a province's or the nation's has none. */
export const setBudgetAsideAction = formAction(SetAside, "budget.read", (actor, input) =>
  setAside(actor, input.place ? "budget" : "nationalBudget", input),
);
export const setActivityAsideAction = formAction(SetAside, "rollout.record", (actor, input) =>
  setAside(actor, "partnerActivity", input),
);
