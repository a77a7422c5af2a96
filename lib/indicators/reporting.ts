import { addMonths, firstDay, lastFullMonth, monthsUntil } from "./months";

/** From a day on: the day of the following month on which a month's report is due. */
export interface ReportingRule {
  from: string;
  dueDay: number;
}

/** Until the programme sets another. */
export const FIRST_REPORTING_RULE: ReportingRule = { from: "2000-01-01", dueDay: 10 };

/** The rule in force on a day; of two from one day the one recorded last, which stands last in the list. */
export const reportingRuleOn = (rules: readonly ReportingRule[], day: string): ReportingRule =>
  rules
    .filter(({ from }) => from <= day)
    .reduce((chosen, one) => (one.from >= chosen.from ? one : chosen), FIRST_REPORTING_RULE);

/** The last day on which a month's report is in time, by the rule that held on the first day after the month. */
export function dueDateOf(period: number, rules: readonly ReportingRule[]): string {
  const next = firstDay(addMonths(period, 1));
  return `${next.slice(0, 8)}${String(reportingRuleOn(rules, next).dueDay).padStart(2, "0")}`;
}

export type ReportState = "none" | "begun" | "submitted" | "verified" | "returned";

/** What is known of one month of one reporter; null when nothing was written. */
export type ReportStanding = Readonly<{
  submitted: boolean;
  /** The other person's last word on the values as they stand; null while there is none. */
  verified: boolean | null;
}> | null;

export function reportStateOf(report: ReportStanding): ReportState {
  if (!report) return "none";
  if (!report.submitted) return "begun";
  if (report.verified === null) return "submitted";
  return report.verified ? "verified" : "returned";
}

/** Late: after its day, whether it came then or has not come yet. `receivedOn` is the server's day, null while not there. */
export const isLate = (due: string, receivedOn: string | null, today: string): boolean =>
  (receivedOn ?? today) > due;

/**
 * The months a reporter owes: from its first one on, the last `most` that are over. A reporter that never reported
 * owes only the newest.
 */
export function monthsOwed(since: number | null, today: string, most = 6): number[] {
  const newest = lastFullMonth(today);
  return monthsUntil(newest, most).filter((period) => period >= (since ?? newest));
}

/** A reporter owes a month from its first one on; a health centre always. */
export const expectedIn = (
  { kind, since }: Readonly<{ kind: "village" | "facility"; since: number | null }>,
  period: number,
): boolean => kind === "facility" || (since !== null && since <= period);

export type Standing = Readonly<{ state: ReportState; received: boolean; late: boolean }>;

/** How one reporter's month stands on a day. What came without a report, such as by an import, has been received in time. */
export function standingOf(
  one: Readonly<{
    reportId: string | null;
    submitted: boolean;
    verified: boolean | null;
    receivedOn: string | null;
    counted: boolean;
  }>,
  due: string,
  today: string,
): Standing {
  const { reportId, counted, receivedOn } = one;
  if (!reportId && counted) return { state: "verified", received: true, late: false };
  const state = reportStateOf(reportId ? one : null);
  const received = state !== "none" && state !== "begun";
  return { state, received, late: isLate(due, received ? receivedOn : null, today) };
}
