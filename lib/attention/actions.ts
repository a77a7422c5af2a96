"use server";

import { formAction } from "@/lib/action";
import { PutOff, putOff } from "./commands";

export const putOffAction = formAction(PutOff, "attention.note", putOff);
