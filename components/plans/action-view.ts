import type { FieldRecord } from "@/components/field/store-hooks";
import type { KOfNCounts, KOfNStatus } from "@/components/ui/k-of-n";
import type { Status } from "@/components/ui/status-mark";
import type { EscalationStep } from "@/lib/plans/escalation";
import { type ActionState, actionState, isOpen } from "@/lib/plans/rules";

export type ActionView = Readonly<{
  id: string;
  place: string | null;
  number: number;
  fields: FieldRecord<"action">["fields"];
  stored: FieldRecord["state"];
  problem: Readonly<{ number: number; statement: string; deleted: boolean }> | null;
  state: ActionState;
  /** Oldest first. */
  reports: readonly FieldRecord<"progress">[];
  confirmations: readonly FieldRecord<"confirmation">[];
}>;

export type ViewInput = Readonly<{
  actions: readonly FieldRecord<"action">[];
  /** Deleted ones too, in the order of the wall. */
  problems: readonly FieldRecord<"problem">[];
  reports: readonly FieldRecord<"progress">[];
  confirmations: readonly FieldRecord<"confirmation">[];
  /** Records written on this phone: by me, whoever "me" is. */
  mine: ReadonlySet<string>;
  today: string;
  escalation?: readonly EscalationStep[];
}>;

const stillHere = { received: 0, sending: 1, phone: 2, needs_you: 2 } as const;

/**
 * The order of arrival as far as a phone can tell: by the day told, what this phone has not sent yet last. The server, which
 * knows, decides what counts.
 */
function byArrival<R extends FieldRecord<"progress"> | FieldRecord<"confirmation">>(rows: readonly R[]): R[] {
  return [...rows].sort(
    (a, b) =>
      a.fields.date.localeCompare(b.fields.date) ||
      stillHere[a.state] - stillHere[b.state] ||
      a.id.localeCompare(b.id),
  );
}

/** Every action with its problem, its reports and how it stands today. */
export function actionViews(input: ViewInput): ActionView[] {
  const author = (id: string) => (input.mine.has(id) ? "me" : `author of ${id}`);
  const living = input.problems.filter(({ deletedAt }) => !deletedAt);
  return input.actions.map((action, index) => {
    const reports = byArrival(input.reports.filter(({ fields }) => fields.actionId === action.id));
    const known = new Set(reports.map(({ id }) => id));
    const confirmations = byArrival(input.confirmations.filter(({ fields }) => known.has(fields.progressId)));
    const problem = input.problems.find(({ id }) => id === action.fields.problemId);
    return {
      id: action.id,
      place: action.place,
      number: index + 1,
      fields: action.fields,
      stored: action.state,
      problem: problem
        ? {
            number: living.indexOf(problem) + 1,
            statement: problem.fields.statement,
            deleted: problem.deletedAt !== null,
          }
        : null,
      reports,
      confirmations,
      state: actionState({
        action: action.fields,
        reports: reports.map(({ id, fields }) => ({ ...fields, id, by: author(id) })),
        confirmations: confirmations.map(({ id, fields }) => ({ ...fields, by: author(id) })),
        today: input.today,
        escalation: input.escalation,
      }),
    };
  });
}

const reported = {
  not_started: "todo",
  in_progress: "doing",
  done: "done",
  blocked: "blocked",
  dropped: "dropped",
} as const satisfies Record<ActionState["status"], Status>;

/** The mark of a status as it was reported. */
export const statusMark = (status: ActionState["status"]): Status => reported[status];

/** The mark on the card: late comes on top of what was reported; "soon" is said in days instead. */
export const markOf = ({ state }: Pick<ActionView, "state">): Status =>
  state.shown === "late" ? "late" : reported[state.status];

/** Cells of the k-of-n bar; what was dropped is told in words. */
export function cellsOf(views: readonly ActionView[]): KOfNCounts {
  const counts: Partial<Record<KOfNStatus, number>> = {};
  for (const view of views) {
    const mark = markOf(view);
    if (mark === "dropped" || mark === "soon" || mark === "nodata") continue;
    counts[mark] = (counts[mark] ?? 0) + 1;
  }
  return counts;
}

/** Late first, the longest late on top; then what is due next; without a date last. */
export function byUrgency(a: ActionView, b: ActionView): number {
  return (
    b.state.daysLate - a.state.daysLate ||
    (a.fields.due ?? "9999").localeCompare(b.fields.due ?? "9999") ||
    a.number - b.number
  );
}

export const isOpenView = ({ state }: ActionView) => isOpen(state.status);
export const isDoneView = ({ state }: ActionView) => state.status === "done";
