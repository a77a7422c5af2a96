import type { FieldRecord } from "@/components/field/store-hooks";
import { recordAgain } from "@/components/problems/record-again";
import { nextPosition } from "@/components/problems/workshop-records";
import { derivedId } from "@/lib/changes/derived-id";
import { localStore } from "@/lib/sync/local-store";
import type { ActionView } from "./action-view";

type Chosen = readonly FieldRecord<"solution">[];
type Positioned = readonly { fields: { position?: number | null } }[];

/** One workshop has one plan: two phones that make it make the same record. */
const planId = (workshopId: string) => derivedId("plan", workshopId);

export async function makePlan(input: {
  workshopId: string;
  place: string;
  chosen: Chosen;
  previousPlanId: string | null;
}): Promise<void> {
  const { workshopId, place, chosen, previousPlanId } = input;
  const subject = await planId(workshopId);
  const fields = { workshopId, status: "draft", previousPlanId } as const;
  await recordAgain({ type: "plan", subject, place, fields });
  await takeSolutions({ planId: subject, place, chosen, after: [] });
}

/** Each chosen solution becomes one action, once, whoever presses the button. */
export async function takeSolutions(input: {
  planId: string;
  place: string;
  chosen: Chosen;
  after: Positioned;
}): Promise<void> {
  const { place, chosen, after } = input;
  const first = nextPosition(after);
  for (const [index, { id, fields }] of chosen.entries()) {
    const subject = await derivedId("action", input.planId, id);
    const action = {
      planId: input.planId,
      problemId: fields.problemId,
      solutionId: id,
      what: fields.text,
      level: "village",
      position: first + index,
    } as const;
    await recordAgain({ type: "action", subject, place, fields: action });
  }
}

export function addAction(input: { planId: string; place: string; views: Positioned }): Promise<string> {
  const fields = {
    planId: input.planId,
    what: "",
    level: "village",
    position: nextPosition(input.views),
  } as const;
  return localStore.record({ type: "action", place: input.place, fields });
}

/** Moves one action; the places of those it passes are written too. */
export async function moveAction(
  views: readonly ActionView[],
  { from, to, place }: { from: number; to: number; place: string },
): Promise<void> {
  const order = [...views];
  const [moved] = order.splice(from, 1);
  if (!moved || to < 0 || to > order.length) return;
  order.splice(to, 0, moved);
  for (const [index, { id, fields }] of order.entries()) {
    if (fields.position === index + 1) continue;
    await localStore.record({ type: "action", subject: id, place, fields: { position: index + 1 } });
  }
}
