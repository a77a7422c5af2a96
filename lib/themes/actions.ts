"use server";

import { formAction } from "@/lib/action";
import { CodeRecord, codeRecord } from "./commands";

/** Who may is asked of the one write path, by the kind of record and its place. */
export const codeRecordAction = formAction(CodeRecord, "record.read", codeRecord);
