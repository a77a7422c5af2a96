import { daysBetween } from "@/lib/i18n/format";
import { type ConfirmationReport, confirmedBy } from "./confirmation";
import { type EscalationStep, escalatedTo, FIRST_ESCALATION, stepsOf } from "./escalation";
import type { Action, ActionStatus, Office, Progress } from "./schema";

/** From so many days before its due date an open action is "soon". */
export const ACTION_SOON_DAYS = 14;

/** A progress report with its author, as the query reads it. */
export type ProgressReport = Pick<Progress, "status" | "date" | "office"> & { id: string; by: string };

/** The status people see: late and soon come on top of what was reported. */
export type ShownStatus = ActionStatus | "late" | "soon";

export interface ActionState {
  /** What the last report received says; "not_started" without one. */
  status: ActionStatus;
  /** "late" and "soon" replace not started, in progress and blocked. */
  shown: ShownStatus;
  daysLate: number;
  /** Days until due, null when done, dropped, late or without a date. */
  daysLeft: number | null;
  /** Offices that this lateness has reached, lowest first. */
  escalatedTo: Office[];
  /** Whether another person of another office said the last report is true; null while nobody has. */
  confirmed: boolean | null;
  lastReport: ProgressReport | null;
}

export const isOpen = (status: ActionStatus) => status !== "done" && status !== "dropped";

/**
 * How an action stands today. Reports and confirmations come in the order the server received them: device clocks are
 * wrong. Lateness depends on `today` and is worked out at reading, never stored (architecture §5).
 */
export function actionState(input: {
  action: Pick<Action, "due">;
  reports: readonly ProgressReport[];
  confirmations?: readonly ConfirmationReport[];
  today: string;
  escalation?: readonly EscalationStep[];
  soonDays?: number;
}): ActionState {
  const {
    action,
    reports,
    today,
    escalation = stepsOf(FIRST_ESCALATION),
    soonDays = ACTION_SOON_DAYS,
  } = input;
  const lastReport = reports.at(-1) ?? null;
  const status = lastReport?.status ?? "not_started";
  const days = action.due && isOpen(status) ? daysBetween(today, action.due) : null;
  const daysLate = days !== null && days < 0 ? -days : 0;
  const soon = days !== null && days >= 0 && days <= soonDays;
  return {
    status,
    shown: daysLate > 0 ? "late" : soon ? "soon" : status,
    daysLate,
    daysLeft: days !== null && days >= 0 ? days : null,
    escalatedTo: escalatedTo(daysLate, escalation),
    confirmed: lastReport ? confirmedBy(lastReport, input.confirmations ?? []) : null,
    lastReport,
  };
}
