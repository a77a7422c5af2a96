import { type ActionState, actionState } from "@/lib/plans/rules";
import type { NextStep } from "./schema";

type Step = Pick<NextStep, "status" | "due">;

/** A next step is an action (0048): late, soon and open by the rules of a plan's. */
export const stepState = ({ status, due }: Step, today: string): ActionState =>
  actionState({
    action: { due },
    reports: [{ id: "", by: "", status, date: today, office: "other" }],
    today,
  });

const rank = { late: 0, soon: 1, blocked: 2, in_progress: 3, not_started: 4, done: 5, dropped: 6 } as const;

/** Late ones first, the longest late first; then what is due next. */
export const lateFirst = <T extends Step>(steps: readonly T[], today: string): T[] =>
  [...steps].sort((a, b) => {
    const [one, other] = [stepState(a, today), stepState(b, today)];
    return rank[one.shown] - rank[other.shown] || (a.due ?? "9999").localeCompare(b.due ?? "9999");
  });
