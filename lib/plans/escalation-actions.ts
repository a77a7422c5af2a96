"use server";

import { formAction } from "@/lib/action";
import { SetEscalation, setEscalation } from "./escalation-commands";

export const setEscalationAction = formAction(SetEscalation, "escalation.set", setEscalation);
