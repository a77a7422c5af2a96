"use server";

import { formAction } from "@/lib/action";
import { RecordTraining, recordTraining } from "./commands";

export const recordTrainingAction = formAction(RecordTraining, "training.record", recordTraining);
