import type { Category, ControlPoint, Feature, VillageMap } from "@/lib/maps/schema";
import type { ActionStatus, Office } from "@/lib/plans/schema";
import type { PlaceHead } from "@/lib/villages/place-head";
import type { Visit } from "@/lib/visits/schema";
import type { Said } from "@/lib/voices/schema";
import type { Commitment } from "@/lib/workshops/schema";

export type WallAction = Readonly<{
  id: string;
  what: string;
  lead: Office | null;
  due: string | null;
  status: ActionStatus;
  statusDate: string | null;
  /** What another person of another office said of the last report; null while nobody has. */
  confirmed: boolean | null;
}>;
export type WallFeature = Pick<Feature, "category" | "geometry" | "label" | "sensitive"> & { id: string };
export type VisitDates = Pick<Visit, "offsetMonths" | "dueDate" | "heldDate" | "nextVisitDue">;
type PlanDates = Readonly<{
  agreedDate: string | null;
  displayedDate: string | null;
  visitOffsets: number[] | null;
}>;

export type PosterAction = WallAction & Readonly<{ problem: number | null }>;
export type PosterPromise = Readonly<{
  id: string;
  party: Commitment["party"];
  text: string;
  due: string | null;
  kept: "kept" | "not_kept" | null;
}>;
export type PosterProblem = Readonly<{ id: string; number: number; statement: string }>;

export type PosterParts = Readonly<{
  plan: PlanDates | null;
  problems: readonly PosterProblem[];
  actions: readonly PosterAction[];
  promises: readonly PosterPromise[];
  visits: readonly VisitDates[];
  map: Readonly<{
    base: VillageMap["base"];
    controlPoints: readonly ControlPoint[];
    opacity: number;
    features: readonly WallFeature[];
    /** `href`: the picture itself, where the phone has it and needs no network. */
    covered: Readonly<{ id: string; width: number; height: number; href?: string }> | null;
  }> | null;
  categories: readonly Category[];
}>;

export type Poster = PlanDates &
  PosterParts &
  Readonly<{
    head: PlaceHead;
    planId: string;
    workshopId: string;
    workshopDate: string;
    source: string | null;
    districtLo: string;
    districtEn: string;
    provinceLo: string;
    provinceEn: string;
    mayDisplay: boolean;
    mayShare: boolean;
    mayPublish: boolean;
    share: Readonly<{ id: string; token: string; validUntil: string | null }> | null;
    healthCentre: Readonly<{ nameLo: string; nameEn: string; dry: number | null; wet: number | null }> | null;
    people: Readonly<{ all: number; women: number }>;
  }>;

type Name = Readonly<{ nameLo: string; nameEn: string }>;

export type PublicAction = WallAction & Readonly<{ said: Said | null }>;

export type PublicPlan = Readonly<{
  state: "shown";
  place: Name & { level: string };
  district: Name;
  province: Name;
  plan: PlanDates;
  source: string | null;
  actions: readonly PublicAction[];
  promises: readonly PosterPromise[];
  visits: readonly VisitDates[];
  map: Readonly<{ base: VillageMap["base"]; features: readonly WallFeature[] }> | null;
  categories: readonly Category[];
}>;
export type PublicAnswer = PublicPlan | Readonly<{ state: "closed" }>;
