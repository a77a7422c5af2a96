"use client";

import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { laterWords } from "@/lib/i18n/field-words";
import { loadAgain } from "@/lib/offline/load-again";
import { MoreWords } from "../shell/words";

type Load<P> = () => Promise<ComponentType<P>>;
const loads: (() => Promise<unknown>)[] = [laterWords];

/** A screen that comes when it is opened first, and its words with it. */
function later<P extends object>(load: Load<P>): LazyExoticComponent<ComponentType<P>> {
  loads.push(load);
  return lazy(async () => {
    const [Screen, words] = await Promise.all([loadAgain(load), loadAgain(laterWords)]);
    // biome-ignore lint/correctness/noComponentHookFactories: made once for each screen, when this module is read.
    const WithWords = (props: P) => (
      <MoreWords words={words}>
        <Screen {...props} />
      </MoreWords>
    );
    return { default: WithWords };
  });
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
export const PosterScreen = later<{ planId: string }>(() =>
  import("../poster/poster-screen").then((m) => m.PosterScreen),
);
export const ActionScreen = later<{ actionId: string }>(() =>
  import("../plans/action-screen").then((m) => m.ActionScreen),
);

export const LockScreen = later<object>(() => import("../lock/lock-screen").then((m) => m.LockScreen));
export const PinCard = later<object>(() => import("../lock/pin-card").then((m) => m.PinCard));
export const HandoverScreen = later<object>(() =>
  import("../handover/handover-screen").then((m) => m.HandoverScreen),
);
export const PeopleStep = later<StepProps>(() =>
  import("../workshops/people-step").then((m) => m.PeopleStep),
);
export const OpeningStep = later<StepProps>(() =>
  import("../workshops/opening-step").then((m) => m.OpeningStep),
);
export const PledgesStep = later<StepProps>(() =>
  import("../workshops/pledges-step").then((m) => m.PledgesStep),
);
export const WorkshopScreen = later<{ workshopId: string }>(() =>
  import("../workshops/workshop-screen").then((m) => m.WorkshopScreen),
);
export const VillageScreen = later<{ placeId: string }>(() =>
  import("./village-screen").then((m) => m.VillageScreen),
);
export const VillagesScreen = later<object>(() => import("./villages-screen").then((m) => m.VillagesScreen));
export const MeScreen = later<object>(() => import("./me-screen").then((m) => m.MeScreen));
export const OutboxScreen = later<object>(() => import("./outbox-screen").then((m) => m.OutboxScreen));
export const VisitsScreen = later<object>(() =>
  import("../visits/visits-screen").then((m) => m.VisitsScreen),
);
export const VisitScreen = later<{ visitId: string }>(() =>
  import("../visits/visit-screen").then((m) => m.VisitScreen),
);
export const NewVisitScreen = later<{ planId: string; offset: string | undefined }>(() =>
  import("../visits/new-visit-screen").then((m) => m.NewVisitScreen),
);

export const ReportsScreen = later<object>(() =>
  import("../indicators/reports-screen").then((m) => m.ReportsScreen),
);
export const ReportScreen = later<{ reporterId: string; period: number }>(() =>
  import("../indicators/report-screen").then((m) => m.ReportScreen),
);
export const RoundScreen = later<{ roundId: string }>(() =>
  import("../trust/round-screen").then((m) => m.RoundScreen),
);
export const InterviewScreen = later<{ roundId: string }>(() =>
  import("../trust/interview-screen").then((m) => m.InterviewScreen),
);

export const ChecklistScreen = later<object>(() =>
  import("../mentorship/checklist-screen").then((m) => m.ChecklistScreen),
);
export const SessionScreen = later<object>(() =>
  import("../mentorship/session-screen").then((m) => m.SessionScreen),
);
export const MenteeScreen = later<{ menteeId: string }>(() =>
  import("../mentorship/mentee-screen").then((m) => m.MenteeScreen),
);
export const FacilityScreen = later<{ facilityId: string }>(() =>
  import("../mentorship/facility-screen").then((m) => m.FacilityScreen),
);
export const ScoreScreen = later<{ assessmentId: string; part: string | undefined }>(() =>
  import("../mentorship/score-screen").then((m) => m.ScoreScreen),
);
export const MentorPlanScreen = later<object>(() =>
  import("../mentorship/mentor-plan-screen").then((m) => m.MentorPlanScreen),
);

/** What writing something down and the exchange with the server need, beside the screens. */
export async function fetchRecording(): Promise<void> {
  await import("@/lib/sync/record").catch(() => null);
  await import("@/lib/sync/exchange").catch(() => null);
}

/** Fetches every screen while there is a network, so that the next one opens without. One that fails is asked for again. */
export async function fetchScreens(): Promise<void> {
  await fetchRecording();
  for (const load of loads) await load().catch(() => null);
}
