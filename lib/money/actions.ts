"use server";

import { formAction } from "@/lib/action";
import { SaveBudget, saveBudget } from "./budget-commands";
import { SaveAgreement, SaveInstitution, saveAgreement, saveInstitution } from "./institution-commands";
import { SaveActivity, saveActivity } from "./partner-commands";

export const saveInstitutionAction = formAction(SaveInstitution, "rollout.record", saveInstitution);
export const saveAgreementAction = formAction(SaveAgreement, "rollout.record", saveAgreement);
export const saveBudgetAction = formAction(SaveBudget, "budget.read", saveBudget);
export const saveActivityAction = formAction(SaveActivity, "rollout.record", saveActivity);
