import type { Confirmation, Office } from "./schema";

export type ConfirmationReport = Pick<Confirmation, "progressId" | "confirmed" | "office"> & { by: string };

/**
 * Why this person may not confirm this report: it takes another person of another office. Two "other" offices cannot be
 * told apart and count as the same one. In SQL: `report_confirmed` (db/sql/after/30-confirmation.sql); one table tests both.
 */
export function confirmationRefusal(
  report: { by: string; office: Office },
  confirmer: { by: string; office: Office },
): "same_person" | "same_office" | null {
  if (report.by === confirmer.by) return "same_person";
  return report.office === confirmer.office ? "same_office" : null;
}

/** What the last other person of another office said of a report; null while it needs one. Oldest first. */
export function confirmedBy(
  report: { id: string; by: string; office: Office },
  confirmations: readonly ConfirmationReport[],
): boolean | null {
  const valid = confirmations.filter(
    (one) => one.progressId === report.id && confirmationRefusal(report, one) === null,
  );
  return valid.at(-1)?.confirmed ?? null;
}

/** How far a report of "done" may be relied on, as `status.<word>` says it; null for whatever is not done. */
export function trustOf(action: { status: string; confirmed: boolean | null }) {
  if (action.status !== "done") return null;
  if (action.confirmed === null) return "unconfirmed" as const;
  return action.confirmed ? ("confirmed" as const) : ("refused" as const);
}

export const confirmedCount = (actions: readonly { status: string; confirmed: boolean | null }[]): number =>
  actions.filter((action) => trustOf(action) === "confirmed").length;
