"use client";

import { type ComponentType, type ReactNode, Suspense } from "react";
import { StepFrame } from "../workshops/step-frame";
import { isStep, type Step } from "../workshops/steps";
import { HomeScreen } from "./home-screen";
import {
  ActionScreen,
  ChecklistScreen,
  FacilityScreen,
  HandoverScreen,
  InterviewScreen,
  MapScreen,
  MapStep,
  MenteeScreen,
  MentorPlanScreen,
  MeScreen,
  NewVisitScreen,
  OpeningStep,
  OutboxScreen,
  PeopleStep,
  PlanScreen,
  PlanStep,
  PledgesStep,
  PosterScreen,
  ProblemsStep,
  RankingStep,
  ReportScreen,
  ReportsScreen,
  RoundScreen,
  ScoreScreen,
  SessionScreen,
  SolutionsStep,
  type StepProps,
  VillageScreen,
  VillagesScreen,
  VisitScreen,
  VisitsScreen,
  WorkshopScreen,
} from "./lazy-screens";
import { LoadingCard, LoadingScreen } from "./loading-screen";
import { LostScreen } from "./lost-screen";

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

/** `/field/checklist`, `…/session`, `…/plan`, `…/mentee/<id>`, `…/facility/<id>`, `…/score/<id>/<section>`. */
function checklistRoute([kind, id, part]: string[]): ReactNode {
  if (!kind) return <ChecklistScreen />;
  if (kind === "session") return <SessionScreen />;
  if (kind === "plan") return <MentorPlanScreen />;
  if (!id) return <LostScreen />;
  if (kind === "mentee") return <MenteeScreen key={id} menteeId={id} />;
  if (kind === "facility") return <FacilityScreen key={id} facilityId={id} />;
  return kind === "score" ? <ScoreScreen key={id} assessmentId={id} part={part} /> : <LostScreen />;
}

const screens: Readonly<Record<string, (rest: string[]) => ReactNode>> = {
  "": () => <HomeScreen />,
  villages: ([id]) => (id ? <VillageScreen key={id} placeId={id} /> : <VillagesScreen />),
  workshops: ([id, step, part]) => (id ? workshopRoute(id, step, part) : <LostScreen />),
  plans: ([id, part]) => {
    if (!id) return <LostScreen />;
    return part === "poster" ? <PosterScreen key={id} planId={id} /> : <PlanScreen key={id} planId={id} />;
  },
  actions: ([id]) => (id ? <ActionScreen key={id} actionId={id} /> : <LostScreen />),
  visits: ([id, planId, offset]) => {
    if (!id) return <VisitsScreen />;
    if (id !== "new") return <VisitScreen key={id} visitId={id} />;
    return planId ? <NewVisitScreen planId={planId} offset={offset} /> : <LostScreen />;
  },
  reports: ([reporter, month]) => {
    if (!reporter) return <ReportsScreen />;
    if (!/^\d{6}$/.test(month ?? "")) return <LostScreen />;
    return <ReportScreen key={`${reporter} ${month}`} reporterId={reporter} period={Number(month)} />;
  },
  trust: ([id, part]) => {
    if (!id) return <LostScreen />;
    return part === "interview" ? (
      <InterviewScreen key={id} roundId={id} />
    ) : (
      <RoundScreen key={id} roundId={id} />
    );
  },
  checklist: checklistRoute,
  handover: () => <HandoverScreen />,
  outbox: () => <OutboxScreen />,
  me: () => <MeScreen />,
};

/** Which screen an address below `/field` shows. */
export function FieldRoutes({ path }: { path: string }) {
  const [, , first = "", ...rest] = path.split("/");
  const screen = screens[first];
  return <Suspense fallback={<LoadingScreen />}>{screen ? screen(rest) : <LostScreen />}</Suspense>;
}
