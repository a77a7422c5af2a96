"use client";

import { useRecords } from "@/components/field/store-hooks";

/**
 * The plan of the village's last workshop before this one; null when there is none, undefined while it is looked up.
 * "Before" goes by the workshops' first days, not by when a plan was typed in.
 */
export function usePreviousPlan(workshopId: string, place: string) {
  const plans = useRecords("plan", { place });
  const workshops = useRecords("workshop", { place });
  if (!plans || !workshops) return undefined;
  const started = new Map(workshops.map(({ id, fields }) => [id, fields.startDate]));
  const own = started.get(workshopId);
  const earlier = plans
    .map((plan) => ({ plan, from: started.get(plan.fields.workshopId) ?? "" }))
    .filter(({ plan, from }) => plan.fields.workshopId !== workshopId && from !== "" && (!own || from < own))
    .sort((a, b) => b.from.localeCompare(a.from));
  return earlier[0]?.plan ?? null;
}
