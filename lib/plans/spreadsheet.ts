import type { Locale } from "@/lib/i18n/routing";
import { trustOf } from "./confirmation";
import type { Action, ActionStatus } from "./schema";
import type { Cell } from "./spreadsheet-cells";
import { type PlanColumn, planColumns } from "./spreadsheet-columns";
import { fundSourceWords, levelWords, officeWords, statusWords, trustWords } from "./spreadsheet-words";

/** A problem as the sheet names it: its number on the poster, then its text. */
export interface SheetProblem {
  id: string;
  number: number;
  statement: string;
}

/** One action on its way out; `status` as the reports have it. */
export interface SheetAction {
  id: string;
  action: Omit<Action, "planId">;
  status: ActionStatus;
  /** What another office said of the last report; told to the reader, not taken back in. */
  confirmed: boolean | null;
}

/** Heading row and one row per action, ready for a workbook or a CSV; the columns are those that `readPlanRows` takes. */
export function planToRows(input: {
  actions: readonly SheetAction[];
  problems: readonly SheetProblem[];
  locale: Locale;
}): Cell[][] {
  const { actions, problems, locale } = input;
  const rows = actions.map((entry, index) => {
    const cells = cellsOf(entry, { problems, locale, number: index + 1 });
    return planColumns.map(({ key }) => cells[key]);
  });
  return [planColumns.map((column) => column[locale]), ...rows];
}

function cellsOf(
  { id, action, status, confirmed }: SheetAction,
  { problems, locale, number }: { problems: readonly SheetProblem[]; locale: Locale; number: number },
): Record<PlanColumn, Cell> {
  const problem = problems.find((one) => one.id === action.problemId);
  return {
    code: id,
    number,
    problem: problem ? `${problem.number}. ${problem.statement}` : null,
    what: action.what,
    level: levelWords[action.level][locale],
    lead: action.lead ? officeWords[action.lead][locale] : null,
    leadNote: action.leadNote ?? null,
    support: action.support?.length ? action.support.join("\n") : null,
    start: dayCell(action.start),
    due: dayCell(action.due),
    resources: action.resources ?? null,
    costKip: action.costKip ?? null,
    fundSource: action.fundSource ? fundSourceWords[action.fundSource][locale] : null,
    funder: action.funder ?? null,
    indicator: action.indicator ?? null,
    target: action.target ?? null,
    status: statusWords[status][locale],
    confirmed: trustWords[trustOf({ status, confirmed }) ?? "none"][locale],
  };
}

const dayCell = (iso: string | null | undefined) => (iso ? new Date(`${iso}T00:00:00Z`) : null);
