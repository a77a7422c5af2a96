import { type ActionState, isOpen } from "./rules";
import type { Action } from "./schema";

/** An unfinished action of the last plan, ready to be put before the next meeting. */
export interface CarriedAction {
  action: Omit<Action, "planId">;
  /** What it was due, so that the meeting sees how long it has been promised. */
  previousDue: string | null;
  status: ActionState["status"];
}

/**
 * The unfinished actions of the previous plan as new actions. Date and problem are left for the meeting to set: the new
 * plan answers the new list. Actions already carried over (`carried`: their ids in the previous plan) are not repeated,
 * so carrying over twice changes nothing.
 */
export function carryOver(
  previous: readonly { id: string; action: Action; state: ActionState }[],
  carried: ReadonlySet<string> = new Set(),
): CarriedAction[] {
  return previous
    .filter(({ id, state }) => isOpen(state.status) && !carried.has(id))
    .map(({ id, action, state }) => {
      const { planId: _previousPlan, ...kept } = action;
      return {
        action: { ...kept, carriedFromId: id, problemId: null, solutionId: null, start: null, due: null },
        previousDue: action.due ?? null,
        status: state.status,
      };
    });
}
