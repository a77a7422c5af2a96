"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { NewVisitScreen } from "../visits/new-visit-screen";
import { VisitScreen } from "../visits/visit-screen";
import { VisitsScreen } from "../visits/visits-screen";
import { OpeningStep } from "../workshops/opening-step";
import { PeopleStep } from "../workshops/people-step";
import { PledgesStep } from "../workshops/pledges-step";
import { StepFrame } from "../workshops/step-frame";
import { isStep, type Step } from "../workshops/steps";
import { WorkshopScreen } from "../workshops/workshop-screen";
import { HomeScreen } from "./home-screen";
import { LoadingCard, LoadingScreen } from "./loading-screen";
import { LostScreen } from "./lost-screen";
import { MeScreen } from "./me-screen";
import { OutboxScreen } from "./outbox-screen";
import { VillageScreen } from "./village-screen";
import { VillagesScreen } from "./villages-screen";

export type StepProps = { workshopId: string; place: string };

const MapScreen = lazy(() => import("../maps/map-screen").then((m) => ({ default: m.MapScreen })));
const MapStep = lazy(() => import("../maps/map-step").then((m) => ({ default: m.MapStep })));
const ProblemsStep = lazy(() =>
  import("../problems/problems-step").then((m) => ({ default: m.ProblemsStep })),
);
const RankingStep = lazy(() => import("../problems/ranking-step").then((m) => ({ default: m.RankingStep })));
const SolutionsStep = lazy(() =>
  import("../problems/solutions-step").then((m) => ({ default: m.SolutionsStep })),
);
const PlanStep = lazy(() => import("../plans/plan-step").then((m) => ({ default: m.PlanStep })));
const PlanScreen = lazy(() => import("../plans/plan-screen").then((m) => ({ default: m.PlanScreen })));
const ActionScreen = lazy(() => import("../plans/action-screen").then((m) => ({ default: m.ActionScreen })));

const steps: Readonly<Record<Step, ComponentType<StepProps>>> = {
  people: PeopleStep,
  opening: OpeningStep,
  map: MapStep,
  problems: ProblemsStep,
  ranking: RankingStep,
  solutions: SolutionsStep,
  plan: PlanStep,
  pledges: PledgesStep,
};

function workshopRoute(id: string, step: string | undefined, part: string | undefined): ReactNode {
  if (!step) return <WorkshopScreen key={id} workshopId={id} />;
  if (!isStep(step)) return <LostScreen />;
  if (step === "map" && part) return <MapScreen key={part} workshopId={id} mapId={part} />;
  const Content = steps[step];
  return (
    <StepFrame key={`${id} ${step}`} workshopId={id} step={step}>
      {(place) => (
        <Suspense fallback={<LoadingCard />}>
          <Content workshopId={id} place={place} />
        </Suspense>
      )}
    </StepFrame>
  );
}

const screens: Readonly<Record<string, (rest: string[]) => ReactNode>> = {
  "": () => <HomeScreen />,
  villages: ([id]) => (id ? <VillageScreen key={id} placeId={id} /> : <VillagesScreen />),
  workshops: ([id, step, part]) => (id ? workshopRoute(id, step, part) : <LostScreen />),
  plans: ([id]) => (id ? <PlanScreen key={id} planId={id} /> : <LostScreen />),
  actions: ([id]) => (id ? <ActionScreen key={id} actionId={id} /> : <LostScreen />),
  visits: ([id, planId, offset]) => {
    if (!id) return <VisitsScreen />;
    if (id !== "new") return <VisitScreen key={id} visitId={id} />;
    return planId ? <NewVisitScreen planId={planId} offset={offset} /> : <LostScreen />;
  },
  outbox: () => <OutboxScreen />,
  me: () => <MeScreen />,
};

/** Which screen an address below `/field` shows. */
export function FieldRoutes({ path }: { path: string }) {
  const [, , first = "", ...rest] = path.split("/");
  const screen = screens[first];
  return <Suspense fallback={<LoadingScreen />}>{screen ? screen(rest) : <LostScreen />}</Suspense>;
}
