"use server";

import { formAction } from "@/lib/action";
import { RecordChain } from "./chain";
import { recordChain } from "./chain-commands";
import { RecordFigure, recordFigure, VerifyReport, verifyReport } from "./commands";
import { SetReportingRule, setReportingRule } from "./reporting-commands";

export const verifyReportAction = formAction(VerifyReport, "report.verify", verifyReport);
export const recordFigureAction = formAction(RecordFigure, "denominator.record", recordFigure);
export const recordChainAction = formAction(RecordChain, "denominator.record", recordChain);
export const setReportingRuleAction = formAction(SetReportingRule, "escalation.set", setReportingRule);
