import type { Category, ControlPoint, VillageMap } from "@/lib/maps/schema";
import type { PeerLine } from "@/lib/peers/queries";
import type { EscalationStep } from "@/lib/plans/escalation";
import type { ActionStatus, Office } from "@/lib/plans/schema";
import type { Ballot, Comparison, Criterion, problemCategories, Score } from "@/lib/problems/schema";
import type { Stored } from "@/lib/problems/votes";
import type { PosterParts, VisitDates, WallAction, WallFeature } from "@/lib/publishing/views";
import type { Theme } from "@/lib/themes/frame";
import type { Said } from "@/lib/voices/schema";
import type { Consent, Group, Session, Workshop } from "@/lib/workshops/schema";
import type { PlaceHead } from "./place-head";

type Name = Readonly<{ nameLo: string; nameEn: string }>;

/** One workshop of a village, as a line of its list. */
export type WorkshopLine = Readonly<{
  id: string;
  module: Workshop["module"];
  status: NonNullable<Workshop["status"]>;
  startDate: string;
  endDate: string | null;
  source: string | null;
  people: number;
  women: number;
  planId: string | null;
}>;

export type VillageFacts = Readonly<{
  profile: Readonly<{
    date: string;
    source: string;
    population: number | null;
    households: number | null;
    dryAccess: string | null;
    wetAccess: string | null;
    groups: readonly Name[];
  }> | null;
  healthCentre: (Name & Readonly<{ dry: number | null; wet: number | null }>) | null;
  taseng: (Name & Readonly<{ from: string | null }>) | null;
  workshops: readonly WorkshopLine[];
  /** Votes of the workshop that is shown, and how much of its wall map is kept back. */
  votes: VoteRows;
  /** Whom it guides and from whom it learns. */
  peers: readonly PeerLine[];
  hidden: number;
}>;

/** Everything voted in one workshop, as `lib/problems/votes` reads it. */
export type VoteRows = Readonly<{
  groups: readonly (Stored<Group> & { ethnicName: Name | null })[];
  ballots: readonly Stored<Ballot>[];
  comparisons: readonly Stored<Comparison>[];
  criteria: readonly Stored<Criterion>[];
  scores: readonly Stored<Score>[];
}>;

export type VillageOverview = VillageFacts &
  Readonly<{
    head: PlaceHead;
    workshop: WorkshopLine | null;
    parts: PosterParts | null;
  }>;

export type Report = Readonly<{
  id: string;
  status: ActionStatus;
  date: string;
  note: string | null;
  blocker: string | null;
  milestone: string | null;
  photoId: string | null;
  /** [longitude, latitude]; null unless the village's consent to keeping it stands and the reader may see the photo. */
  photoTakenAt: [number, number] | null;
  office: Office;
  confirmations: readonly { confirmed: boolean; office: Office; date: string }[];
}>;

export type PlanAction = WallAction &
  Readonly<{
    level: "village" | "hc" | "district" | "province";
    leadNote: string | null;
    support: readonly Office[] | null;
    start: string | null;
    costKip: number | null;
    fundSource: "village" | "hc" | "district" | "province" | "national" | "partner" | "inkind" | null;
    resources: string | null;
    indicator: string | null;
    target: string | null;
    problem: number | null;
    statement: string | null;
    reports: readonly Report[];
    said: Said | null;
  }>;

export type PlanLine = Readonly<{
  id: string;
  status: "draft" | "endorsed" | "displayed" | "active" | "closed";
  agreedDate: string | null;
  displayedDate: string | null;
  displayPlace: string | null;
  workshopDate: string;
}>;

export type VillagePlan = Readonly<{
  head: PlaceHead;
  plans: readonly PlanLine[];
  plan: PlanLine | null;
  escalation: readonly EscalationStep[];
  endorsedBy: readonly Office[];
  actions: readonly PlanAction[];
  visits: readonly VisitDates[];
  visitOffsets: number[] | null;
  /** The village agrees to its plan being sent on. */
  mayShare: boolean;
}>;

export type ShownMap = Readonly<{
  id: string;
  title: string | null;
  base: VillageMap["base"];
  controlPoints: readonly ControlPoint[];
  opacity: number;
  group: Readonly<{ kind: Group["kind"]; label: string | null; ethnicName: Name | null }> | null;
  features: readonly (WallFeature & {
    season: "dry" | "wet" | "all";
    households: number | null;
    note: string | null;
  })[];
  covered: Readonly<{ id: string; width: number; height: number }> | null;
  hidden: number;
}>;

export type WorkshopChoice = Pick<WorkshopLine, "id" | "startDate" | "module">;
export type VillageMaps = Readonly<{
  head: PlaceHead;
  workshops: readonly WorkshopChoice[];
  workshopId: string | null;
  maps: readonly ShownMap[];
  categories: readonly Category[];
  /** The village's consent to taking its maps out as files stands. */
  mayExport: boolean;
}>;

export type ShownProblem = Readonly<{
  id: string;
  number: number;
  statement: string;
  category: (typeof problemCategories)[number] | null;
  whomItTouches: string | null;
  peopleTouched: number | null;
  themes: readonly Theme[] | null;
  nodes: readonly { id: string; kind: "cause" | "effect"; text: string }[];
  solutions: readonly { id: string; text: string; chosen: boolean }[];
}>;

export type VillageProblems = Readonly<{
  head: PlaceHead;
  workshops: readonly WorkshopChoice[];
  workshopId: string | null;
  problems: readonly ShownProblem[];
  votes: VoteRows;
}>;

export type WorkshopPage = Readonly<{
  head: PlaceHead;
  line: WorkshopLine;
  facts: Readonly<{
    title: string | null;
    venue: string | null;
    level: Workshop["level"];
    languages: readonly Name[];
    interpreter: boolean | null;
    fundSource: NonNullable<Workshop["fundSource"]> | null;
    funder: string | null;
    costKip: number | null;
    /** How many spoke; null is not counted. */
    speakersWomen: number | null;
    speakersMen: number | null;
    note: string | null;
  }>;
  attendance: readonly {
    sex: "female" | "male";
    ageBand: string;
    role: string;
    people: number;
    disability: number;
  }[];
  sessions: readonly { id: string; kind: Session["kind"]; held: boolean; minutes: number | null }[];
  consents: readonly {
    id: string;
    use: Consent["use"];
    stands: boolean;
    givenBy: string;
    date: string;
    withdrawnOn: string | null;
  }[];
  /** The district that held the village on the workshop's first day, when it was another one than today's. */
  districtThen: Name | null;
}>;

export type VillageVisit = VisitDates &
  Readonly<{ id: string; findings: string | null; nextStep: string | null; planId: string }>;
export type WorkshopsAndVisits = Readonly<{
  head: PlaceHead;
  workshops: readonly WorkshopLine[];
  visits: readonly VillageVisit[];
  plan: Readonly<{
    id: string;
    agreedDate: string | null;
    displayedDate: string | null;
    visitOffsets: number[] | null;
  }> | null;
}>;
