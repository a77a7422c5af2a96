import { daysBetween } from "@/lib/i18n/format";
import { ACTION_SOON_DAYS, isOpen } from "@/lib/plans/rules";
import type { ReviewedAction } from "./review";

export type ActionCounts = Readonly<
  Record<"done" | "doing" | "todo" | "blocked" | "late" | "dropped", number>
>;
export type VillageMark = "late" | "soon" | "done" | "doing" | "todo" | "nodata";

/** Days an open action is past its date today; 0 when it is not. */
export function daysLateOf(action: Pick<ReviewedAction, "due" | "status">, today: string): number {
  return action.due && isOpen(action.status) ? Math.max(0, -daysBetween(today, action.due)) : 0;
}

const words = { done: "done", in_progress: "doing", not_started: "todo", blocked: "blocked" } as const;

export type ShownAction = keyof ActionCounts;

type DatedAction = Pick<ReviewedAction, "due" | "status">;

/** What a reader sees of one action: late wins over what was last reported. */
export function shownStatus(action: DatedAction, today: string): ShownAction {
  if (action.status === "dropped") return "dropped";
  return daysLateOf(action, today) > 0 ? "late" : words[action.status];
}

/** Each action counted once. Dropped ones stay in n: giving up does not make a plan look better kept (as lib/plans/summary). */
export function countActions(actions: readonly DatedAction[], today: string): ActionCounts {
  const counts = { done: 0, doing: 0, todo: 0, blocked: 0, late: 0, dropped: 0 };
  for (const action of actions) {
    counts[shownStatus(action, today)] += 1;
  }
  return counts;
}

export const totalOf = (counts: ActionCounts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** The one shape that stands for a village: its worst open action; no plan is "no data". */
export function markOf(
  village: Readonly<{ plan: unknown }>,
  actions: readonly DatedAction[],
  today: string,
): VillageMark {
  const counts = countActions(actions, today);
  if (!village.plan || totalOf(counts) === 0) return "nodata";
  if (counts.late > 0) return "late";
  const soon = actions.some(
    ({ due, status }) => due && isOpen(status) && daysBetween(today, due) <= ACTION_SOON_DAYS,
  );
  if (soon) return "soon";
  if (counts.done + counts.dropped === totalOf(counts)) return "done";
  return counts.doing + counts.done + counts.blocked > 0 ? "doing" : "todo";
}

export function byVillage(actions: readonly ReviewedAction[]): ReadonlyMap<string, ReviewedAction[]> {
  const groups = new Map<string, ReviewedAction[]>();
  for (const action of actions)
    groups.set(action.villageId, [...(groups.get(action.villageId) ?? []), action]);
  return groups;
}

const urgency: readonly VillageMark[] = ["late", "soon", "nodata", "todo", "doing", "done"];
export const urgencyOf = (mark: VillageMark) => urgency.indexOf(mark);
