"use client";

import { useMemo } from "react";
import { useKnown, useRecord, useRecords } from "@/components/field/store-hooks";
import { useLive } from "@/components/field/use-live";
import { useLinkedWhen } from "@/components/problems/workshop-records";
import { today } from "@/lib/clock";
import { type EscalationStep, settingOn, stepsOf } from "@/lib/plans/escalation";
import { officesOf } from "@/lib/plans/offices";
import type { Office } from "@/lib/plans/schema";
import { actionViews } from "./action-view";

const nothing: never[] = [];

/** Ids of the reports and confirmations written on this phone. */
export function useWrittenHere(): ReadonlySet<string> {
  const ids = useLive(
    (db) =>
      db.outbox
        .filter(({ type }) => type === "progress" || type === "confirmation")
        .toArray()
        .then((items) => items.map(({ subject }) => subject)),
    [],
  );
  return useMemo(() => new Set(ids ?? []), [ids]);
}

/** The problems of a workshop, deleted ones too: an action keeps naming the problem it was made for. */
export function useAllProblems(workshopId: string) {
  const rows = useRecords("problem", { link: workshopId, deleted: true }) ?? nothing;
  return useMemo(() => {
    const place = (row: (typeof rows)[number]) => row.fields.position ?? 1_000_000;
    return [...rows].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
  }, [rows]);
}

/** The programme's thresholds as this phone last heard them. */
export function useEscalation(): readonly EscalationStep[] {
  const settings = useKnown("escalation");
  const day = today();
  return useMemo(() => stepsOf(settingOn(settings ?? nothing, day)), [settings, day]);
}

/** The actions of a plan as they stand today. */
export function useActionViews(input: { planId: string; workshopId: string; place: string }) {
  const { planId, workshopId, place } = input;
  const { rows: actions, ready } = useLinkedWhen("action", planId);
  const problems = useAllProblems(workshopId);
  const reports = useRecords("progress", { place }) ?? nothing;
  const confirmations = useRecords("confirmation", { place }) ?? nothing;
  const mine = useWrittenHere();
  const day = today();
  const escalation = useEscalation();
  const views = useMemo(() => {
    const own = actions.filter(({ fields }) => fields.planId === planId);
    return actionViews({ actions: own, problems, reports, confirmations, mine, today: day, escalation });
  }, [planId, actions, problems, reports, confirmations, mine, day, escalation]);
  return { views, ready };
}

/** The plan record; undefined while it is looked up, null when there is none. */
export const usePlan = (planId: string) => useRecord("plan", planId);

/** Offices the signed-in person may speak for, most likely first. */
export function useMyOffices(): readonly Office[] {
  const me = useKnown("me");
  return useMemo(() => officesOf((me?.assignments ?? []).map(({ role }) => role)), [me]);
}
