"use client";

import { useMemo } from "react";
import { useRecords } from "@/components/field/store-hooks";
import { today } from "@/lib/clock";
import { actionState } from "@/lib/plans/rules";
import type { Office } from "@/lib/plans/schema";
import { useEscalation, useMyOffices } from "./use-plan";

export type EscalatedAction = Readonly<{ id: string; place: string; what: string; daysLate: number }>;

/** Late actions of open plans on this phone that have come up to an office; none when nobody here acts for it. */
export function useEscalatedActions(office: Office): { days: number; actions: EscalatedAction[] } {
  const mine = useMyOffices().includes(office);
  const steps = useEscalation();
  const plans = useRecords("plan");
  const records = useRecords("action");
  const reports = useRecords("progress");
  const day = today();
  const days = steps.find((step) => step.office === office)?.afterDays ?? 0;
  const actions = useMemo(() => {
    if (!mine || !plans || !records || !reports) return [];
    const open = new Set(plans.filter(({ fields }) => fields.status !== "closed").map(({ id }) => id));
    return records
      .filter(({ fields, place }) => place && open.has(fields.planId))
      .map(({ id, place, fields }) => {
        const own = reports
          .filter((report) => report.fields.actionId === id)
          .sort((a, b) => a.fields.date.localeCompare(b.fields.date))
          .map((report) => ({ ...report.fields, id: report.id, by: "" }));
        const state = actionState({ action: fields, reports: own, today: day, escalation: steps });
        return { id, place: place as string, what: fields.what, state };
      })
      .filter(({ state }) => state.escalatedTo.includes(office))
      .map(({ state, ...action }) => ({ ...action, daysLate: state.daysLate }))
      .sort((a, b) => b.daysLate - a.daysLate);
  }, [mine, office, plans, records, reports, steps, day]);
  return { days, actions };
}
