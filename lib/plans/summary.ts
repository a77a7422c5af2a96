import { governanceLevels } from "@/lib/workshops/vocabularies";
import type { ActionState } from "./rules";
import type { Action, ActionStatus } from "./schema";

const countedAs = ["done", "in_progress", "not_started", "blocked", "late", "dropped"] as const;

export interface PlanSummary {
  /** Everything agreed, dropped actions too: giving up does not make a plan look better kept. */
  total: number;
  done: number;
  /** Of the done ones, those another person of another office confirmed. */
  confirmed: number;
  late: number;
  /** Each action once, in the order the k-of-n bar draws them; what is due soon counts under its own status. */
  byShown: Record<ActionStatus | "late", number>;
  byLevel: Record<Action["level"], { total: number; done: number; late: number }>;
}

/** "5 of 9 done": counts only, never a percentage of progress (screens.md §5). */
export function summarisePlan(
  actions: readonly { level: Action["level"]; state: ActionState }[],
): PlanSummary {
  const summary: PlanSummary = {
    total: actions.length,
    done: 0,
    confirmed: 0,
    late: 0,
    byShown: Object.fromEntries(countedAs.map((status) => [status, 0])) as PlanSummary["byShown"],
    byLevel: Object.fromEntries(
      governanceLevels.map((level) => [level, { total: 0, done: 0, late: 0 }]),
    ) as PlanSummary["byLevel"],
  };
  for (const { level, state } of actions) {
    const done = Number(state.status === "done");
    const late = Number(state.shown === "late");
    summary.done += done;
    summary.late += late;
    summary.confirmed += Number(state.status === "done" && state.confirmed === true);
    summary.byShown[late ? "late" : state.status] += 1;
    const own = summary.byLevel[level];
    own.total += 1;
    own.done += done;
    own.late += late;
  }
  return summary;
}
