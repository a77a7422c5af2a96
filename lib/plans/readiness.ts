import type { Action } from "./schema";

export type ReadinessCheck =
  | "has_actions"
  | "answers_problem"
  | "has_lead"
  | "has_due"
  | "due_after_start"
  | "cost_has_source"
  | "top_problems_answered";

export interface ReadinessResult {
  check: ReadinessCheck;
  ok: boolean;
  /** Must hold before the plan can be endorsed; the others are advice to the meeting. */
  required: boolean;
  /** The actions, or for the last check the problems, that fail it. */
  failing: string[];
}

/** Problems of this combined rank or better should be answered. */
const TOP_RANK = 3;

type DraftAction = Pick<Action, "problemId" | "lead" | "start" | "due" | "costKip" | "fundSource"> & {
  id: string;
};

/** Can this plan be put before those who endorse it? Every action answers a problem, has a lead and a date. */
export function planReadiness(input: {
  actions: readonly DraftAction[];
  problems: readonly { id: string; rank: number | null }[];
}): { ready: boolean; checks: ReadinessResult[] } {
  const { actions, problems } = input;
  const known = new Set(problems.map(({ id }) => id));
  const answered = new Set(actions.map(({ problemId }) => problemId));
  const failing = (fails: (action: DraftAction) => boolean) => actions.filter(fails).map(({ id }) => id);
  const rows: [ReadinessCheck, boolean, string[]][] = [
    ["answers_problem", true, failing(({ problemId }) => !problemId || !known.has(problemId))],
    ["has_lead", true, failing(({ lead }) => !lead)],
    ["has_due", true, failing(({ due }) => !due)],
    ["due_after_start", true, failing(({ start, due }) => Boolean(start && due && due < start))],
    ["cost_has_source", false, failing(({ costKip, fundSource }) => Boolean(costKip) && !fundSource)],
    [
      "top_problems_answered",
      false,
      problems
        .filter(({ id, rank }) => rank !== null && rank <= TOP_RANK && !answered.has(id))
        .map(({ id }) => id),
    ],
  ];
  const checks: ReadinessResult[] = [
    { check: "has_actions", ok: actions.length > 0, required: true, failing: [] },
    ...rows.map(([check, required, ids]) => ({ check, ok: ids.length === 0, required, failing: ids })),
  ];
  return { ready: checks.every(({ ok, required }) => ok || !required), checks };
}
