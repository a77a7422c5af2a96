"use client";

import type { FieldDatabase } from "@/lib/sync/database";
import { useLive } from "../field/use-live";
import { type Step, workshopSteps } from "./steps";

export type StepProgress = Readonly<{
  counts: Readonly<Record<string, number>>;
  done: readonly Step[];
  /** The first step nothing was recorded for; null when every step holds something. */
  next: Step | null;
}>;

const evidence: Readonly<Record<Step, readonly string[]>> = {
  people: ["attendance"],
  opening: ["session", "consent"],
  map: ["feature"],
  problems: ["problem"],
  ranking: ["ballot", "comparison", "score"],
  solutions: ["solution"],
  plan: ["action"],
  pledges: ["commitment"],
};

async function countsOf(db: FieldDatabase, workshopId: string): Promise<Record<string, number>> {
  const direct = await db.records.where("links").equals(workshopId).toArray();
  const parents = direct
    .filter(({ type, deletedAt }) => !deletedAt && (type === "map" || type === "plan"))
    .map(({ id }) => id);
  const below = await db.records.where("links").anyOf(parents).toArray();
  const counts: Record<string, number> = {};
  const seen = new Set<string>();
  for (const { id, type, deletedAt } of [...direct, ...below]) {
    if (deletedAt || seen.has(id)) continue;
    seen.add(id);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

/** What a workshop holds so far; a step is done as soon as something of it is recorded. */
export function useStepProgress(workshopId: string): StepProgress | undefined {
  const counts = useLive((db) => countsOf(db, workshopId), [workshopId]);
  if (!counts) return undefined;
  const done = workshopSteps.filter((step) => evidence[step].some((type) => counts[type]));
  return { counts, done, next: workshopSteps.find((step) => !done.includes(step)) ?? null };
}
