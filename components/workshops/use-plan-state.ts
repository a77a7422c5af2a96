"use client";

import { today } from "@/lib/clock";
import { type ActionState, actionState } from "@/lib/plans/rules";
import type { Action } from "@/lib/plans/schema";
import { type PlanSummary, summarisePlan } from "@/lib/plans/summary";
import type { FieldDatabase } from "@/lib/sync/database";
import type { RecordRow } from "@/lib/sync/rows";
import { useLive } from "../field/use-live";

export type PlannedAction = Readonly<{ id: string; action: Action; state: ActionState }>;
export type PlanState = Readonly<{ actions: readonly PlannedAction[]; summary: PlanSummary }>;

const linked = async (db: FieldDatabase, ids: string[], type: string): Promise<RecordRow[]> => {
  const rows = await db.records.where("links").anyOf(ids).toArray();
  const kept = rows.filter((row) => row.type === type && !row.deletedAt);
  return [...new Map(kept.map((row) => [row.id, row])).values()];
};

/** How the actions of a plan stand, from what this phone knows. */
export async function planState(db: FieldDatabase, planId: string): Promise<PlanState> {
  const actions = await linked(db, [planId], "action");
  const reports = await linked(
    db,
    actions.map(({ id }) => id),
    "progress",
  );
  const day = today();
  const own = (id: string) =>
    reports
      .filter(({ fields }) => fields.actionId === id)
      .sort((a, b) => String(a.fields.date).localeCompare(String(b.fields.date)))
      .map(({ id: report, fields }) => ({
        ...(fields as never as Pick<Report, "status" | "date" | "office">),
        id: report,
        by: "",
      }));
  const planned = actions.map(({ id, fields }) => {
    const action = fields as never as Action;
    return { id, action, state: actionState({ action, reports: own(id), today: day }) };
  });
  const summary = summarisePlan(planned.map(({ action, state }) => ({ level: action.level, state })));
  return { actions: planned, summary };
}

type Report = Parameters<typeof actionState>[0]["reports"][number];

export function usePlanState(planId: string | null): PlanState | undefined {
  return useLive(async (db) => (planId ? planState(db, planId) : undefined), [planId]) ?? undefined;
}
