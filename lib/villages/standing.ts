import { daysBetween } from "@/lib/i18n/format";
import { ACTION_SOON_DAYS, isOpen } from "@/lib/plans/rules";
import type { ActionStatus } from "@/lib/plans/schema";

const marks = {
  not_started: "todo",
  in_progress: "doing",
  done: "done",
  blocked: "blocked",
  dropped: "dropped",
} as const satisfies Record<ActionStatus, string>;

export type Mark = (typeof marks)[ActionStatus] | "late" | "soon";
export type Standing = Readonly<{ mark: Mark; daysLate: number; daysLeft: number | null }>;

/** How an action stands on a day: late and soon come on top of what was last reported, worked out at reading. */
export function standingOf(action: { status: ActionStatus; due: string | null }, today: string): Standing {
  const days = action.due && isOpen(action.status) ? daysBetween(today, action.due) : null;
  const daysLate = days !== null && days < 0 ? -days : 0;
  const soon = days !== null && days >= 0 && days <= ACTION_SOON_DAYS;
  return {
    mark: daysLate > 0 ? "late" : soon ? "soon" : marks[action.status],
    daysLate,
    daysLeft: days !== null && days >= 0 ? days : null,
  };
}

export type PlanCount = Readonly<{
  /** Everything agreed, dropped actions too: giving up does not make a plan look better kept. */
  total: number;
  done: number;
  late: number;
  dropped: number;
  /** Cells of the k-of-n bar; what is due soon counts under its own status. */
  cells: Readonly<Record<"done" | "doing" | "todo" | "blocked" | "late", number>>;
}>;

export function countPlan(
  actions: readonly { status: ActionStatus; due: string | null }[],
  today: string,
): PlanCount {
  const cells = { done: 0, doing: 0, todo: 0, blocked: 0, late: 0 };
  let dropped = 0;
  for (const action of actions) {
    const late = standingOf(action, today).mark === "late";
    const mark = late ? "late" : marks[action.status];
    if (mark === "dropped") dropped += 1;
    else cells[mark] += 1;
  }
  return { total: actions.length, done: cells.done, late: cells.late, dropped, cells };
}
