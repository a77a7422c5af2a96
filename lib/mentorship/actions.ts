"use server";

import { formAction } from "@/lib/action";
import { makeChecklistVersion } from "./checklist-commands";
import {
  RegisterMentee,
  RegisterMentor,
  registerMentee,
  registerMentor,
  SetMenteeStatus,
  SetStepStatus,
  setMenteeStatus,
  setStepStatus,
} from "./commands";
import { NewChecklistVersion } from "./new-version";

export const makeChecklistVersionAction = formAction(
  NewChecklistVersion,
  "instrument.manage",
  makeChecklistVersion,
);
export const registerMenteeAction = formAction(RegisterMentee, "mentorship.record", registerMentee);
export const registerMentorAction = formAction(RegisterMentor, "mentorship.record", registerMentor);
export const menteeStatusAction = formAction(SetMenteeStatus, "mentorship.record", setMenteeStatus);
export const stepStatusAction = formAction(SetStepStatus, "mentorship.record", setStepStatus);
