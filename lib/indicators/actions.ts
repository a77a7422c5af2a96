"use server";

import { formAction } from "@/lib/action";
import { VerifyReport, verifyReport } from "./commands";

export const verifyReportAction = formAction(VerifyReport, "report.verify", verifyReport);
