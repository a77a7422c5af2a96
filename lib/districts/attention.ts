import { daysBetween } from "@/lib/i18n/format";
import { isOpen } from "@/lib/plans/rules";
import type { DistrictReview, ReviewedAction, ReviewedInstruction, ReviewedPromise } from "./review";

export const ATTENTION_MAX = 7;
/** An instruction nobody answered asks for the governor again after so many days, or when its own date has passed. */
export const ANSWER_DAYS = 7;

export type Attention =
  | {
      kind: "late_action";
      mark: "late";
      villageId: string;
      action: ReviewedAction;
      daysLate: number;
      instructed: ReviewedInstruction | null;
    }
  | {
      kind: "no_answer";
      mark: "late";
      villageId: string | null;
      instruction: ReviewedInstruction;
      days: number;
    }
  | { kind: "promise"; mark: "soon"; villageId: string | null; promise: ReviewedPromise; daysLate: number }
  | { kind: "visit"; mark: "soon"; villageId: string; dueDate: string; daysLate: number };

const order: readonly Attention["kind"][] = ["late_action", "no_answer", "promise", "visit"];

/** Days an open action is past its date today; 0 when it is not. */
export function daysLateOf(action: Pick<ReviewedAction, "due" | "status">, today: string): number {
  return action.due && isOpen(action.status) ? Math.max(0, -daysBetween(today, action.due)) : 0;
}

/**
 * What needs the governor, in the order the page states: actions late so long that they came up to the district
 * without an instruction still waiting, instructions without an answer, the district's own promises past their date, visits
 * overdue; within each the longest first. The whole list: the page shows the first ATTENTION_MAX and says how many more.
 */
export function attentionList(review: DistrictReview, today: string): Attention[] {
  const escalatedAfter = review.escalation.governorDays;
  const pending = new Map<string, ReviewedInstruction>();
  for (const instruction of review.instructions) {
    if (instruction.actionId && !settled(instruction)) pending.set(instruction.actionId, instruction);
  }
  const all = [
    ...review.actions.flatMap((action) => lateAction(action, today, escalatedAfter, pending)),
    ...review.instructions.flatMap((instruction) => noAnswer(instruction, today)),
    ...review.promises.flatMap((promise) => brokenPromise(promise, today)),
    ...review.villages.flatMap((village) =>
      village.visits
        .filter(({ state }) => state === "late")
        .map(
          ({ dueDate, daysLate }): Attention => ({
            kind: "visit",
            mark: "soon",
            villageId: village.id,
            dueDate,
            daysLate,
          }),
        ),
    ),
  ];
  return all.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || weight(b) - weight(a));
}

const settled = ({ status }: ReviewedInstruction) => status === "done" || status === "declined";
const weight = (entry: Attention) => (entry.kind === "no_answer" ? entry.days : entry.daysLate);

function lateAction(
  action: ReviewedAction,
  today: string,
  escalatedAfter: number,
  pending: ReadonlyMap<string, ReviewedInstruction>,
): Attention[] {
  const daysLate = daysLateOf(action, today);
  const instructed = pending.get(action.id) ?? null;
  if (daysLate < escalatedAfter || instructed) return [];
  return [{ kind: "late_action", mark: "late", villageId: action.villageId, action, daysLate, instructed }];
}

function noAnswer(instruction: ReviewedInstruction, today: string): Attention[] {
  const days = daysBetween(instruction.date, today);
  const overdue = instruction.due !== null && instruction.due < today && !settled(instruction);
  const silent = instruction.status === "given" && days >= ANSWER_DAYS;
  return silent || overdue
    ? [{ kind: "no_answer", mark: "late", villageId: instruction.villageId, instruction, days }]
    : [];
}

function brokenPromise(promise: ReviewedPromise, today: string): Attention[] {
  const daysLate = promise.due ? -daysBetween(today, promise.due) : 0;
  const open = promise.party === "district" && promise.kept !== "kept" && daysLate > 0;
  return open ? [{ kind: "promise", mark: "soon", villageId: promise.villageId, promise, daysLate }] : [];
}
