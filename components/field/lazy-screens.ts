"use client";

import { type ComponentType, type LazyExoticComponent, lazy } from "react";

type Load<P> = () => Promise<ComponentType<P>>;
const loads: Load<never>[] = [];

function later<P>(load: Load<P>): LazyExoticComponent<ComponentType<P>> {
  loads.push(load as Load<never>);
  return lazy(() => load().then((screen) => ({ default: screen })));
}

export type StepProps = { workshopId: string; place: string };

export const MapStep = later<StepProps>(() => import("../maps/map-step").then((m) => m.MapStep));
export const MapScreen = later<{ workshopId: string; mapId: string }>(() =>
  import("../maps/map-screen").then((m) => m.MapScreen),
);
export const ProblemsStep = later<StepProps>(() =>
  import("../problems/problems-step").then((m) => m.ProblemsStep),
);
export const RankingStep = later<StepProps>(() =>
  import("../problems/ranking-step").then((m) => m.RankingStep),
);
export const SolutionsStep = later<StepProps>(() =>
  import("../problems/solutions-step").then((m) => m.SolutionsStep),
);
export const PlanStep = later<StepProps>(() => import("../plans/plan-step").then((m) => m.PlanStep));
export const PlanScreen = later<{ planId: string }>(() =>
  import("../plans/plan-screen").then((m) => m.PlanScreen),
);
export const ActionScreen = later<{ actionId: string }>(() =>
  import("../plans/action-screen").then((m) => m.ActionScreen),
);

export const LockScreen = later<object>(() => import("../lock/lock-screen").then((m) => m.LockScreen));
export const PinCard = later<object>(() => import("../lock/pin-card").then((m) => m.PinCard));
export const HandoverScreen = later<object>(() =>
  import("../handover/handover-screen").then((m) => m.HandoverScreen),
);

/** Fetches every screen while there is a network, so that the next one opens without. One that fails is asked for again. */
export async function fetchScreens(): Promise<void> {
  for (const load of loads) await load().catch(() => null);
}
