"use client";

import { today } from "@/lib/clock";
import type { Plan } from "@/lib/plans/schema";
import type { FieldDatabase } from "@/lib/sync/database";
import type { RecordRow } from "@/lib/sync/rows";
import { type DueVisit, dueVisits } from "@/lib/visits/rules";
import type { Visit } from "@/lib/visits/schema";
import { useLive } from "../field/use-live";

export type VillageVisit = DueVisit & Readonly<{ planId: string; place: string; visitId: string | null }>;

async function allDue(db: FieldDatabase, place: string | undefined): Promise<VillageVisit[]> {
  const alive = async (type: "plan" | "visit") =>
    (await db.records.where("type").equals(type).toArray()).filter((row) => !row.deletedAt);
  const visits = (await alive("visit")).map(({ id, fields }) => ({ id, visit: fields as unknown as Visit }));
  const plans = (await alive("plan")).filter((row) => row.place && (!place || row.place === place));
  return latestOfEach(plans).flatMap((row) => {
    const plan = row.fields as unknown as Plan;
    if (plan.status === "closed") return [];
    const own = visits.filter(({ visit }) => visit.planId === row.id);
    const due = dueVisits({ plan, visits: own.map(({ visit }) => visit), today: today() });
    return due.map((one) => {
      const record = own.find(
        ({ visit }) => (visit.offsetMonths ?? null) === one.offsetMonths && matches(visit, one),
      );
      return { ...one, planId: row.id, place: row.place as string, visitId: record?.id ?? null };
    });
  });
}

/** A village is visited for its latest agreed plan; an earlier one was opened again by the workshop after it. */
function latestOfEach(plans: readonly RecordRow[]): RecordRow[] {
  const latest = new Map<string, RecordRow>();
  const day = ({ fields }: RecordRow) => String(fields.agreedDate ?? fields.displayedDate ?? "");
  for (const plan of plans) {
    const known = latest.get(plan.place as string);
    if (day(plan) && (!known || day(known) < day(plan))) latest.set(plan.place as string, plan);
  }
  return [...latest.values()];
}

/** Of the visits outside the plan's months, the one that is as open as the date asked for. */
const matches = (visit: Visit, due: DueVisit) =>
  due.offsetMonths !== null || (visit.heldDate ?? null) === due.heldDate;

/** The visits that the plans on this phone ask for, the earliest first. */
export function useDueVisits(place?: string): VillageVisit[] | undefined {
  const all = useLive((db) => allDue(db, place), [place]);
  return all && [...all].sort((a, b) => a.dueDate.localeCompare(b.dueDate));
}

/** Where a due visit is recorded: its own record, or the question whether to begin one. */
export const visitPath = ({ visitId, planId, offsetMonths }: VillageVisit) =>
  visitId ? `/field/visits/${visitId}` : `/field/visits/new/${planId}/${offsetMonths ?? "next"}`;
