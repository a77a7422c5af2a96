import type { Instruction } from "@/lib/instructions/schema";
import type { EscalationSetting } from "@/lib/plans/escalation";
import type { Action, ActionStatus, Office } from "@/lib/plans/schema";
import type { DueVisit } from "@/lib/visits/rules";

export type DistrictBoundary = Readonly<
  { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] }
>;

/** One CONNECT village of the district as its governor sees it. */
export type ReviewedVillage = Readonly<{
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  lat: number | null;
  lng: number | null;
  mainEthnicGroup: { id: string; nameLo: string; nameEn: string } | null;
  workshop: { id: string; startDate: string; status: string } | null;
  plan: { id: string; status: string; agreedDate: string | null; displayedDate: string | null } | null;
  lastVisit: string | null;
  visits: readonly DueVisit[];
}>;

/** One action of a village's newest plan. */
export type ReviewedAction = Readonly<{
  id: string;
  villageId: string;
  planId: string;
  what: string;
  level: Action["level"];
  lead: Office | null;
  due: string | null;
  status: ActionStatus;
  statusDate: string | null;
  blocker: string | null;
  problem: string | null;
  problemNumber: number | null;
  confirmed: boolean | null;
  hasPhoto: boolean;
}>;

export type ReviewedInstruction = Readonly<{
  id: string;
  actionId: string | null;
  villageId: string | null;
  toOffice: Office;
  text: string;
  date: string;
  due: string | null;
  delivery: Instruction["delivery"];
  status: string;
  statusDate: string | null;
  /** The matter of the attention list it is about, where it was given from there. */
  about: string | null;
  /** What the latest answer said in words. */
  answer: string | null;
}>;

export type ReviewedPromise = Readonly<{
  id: string;
  villageId: string | null;
  party: string;
  text: string;
  due: string | null;
  kept: "kept" | "not_kept" | null;
}>;

export type DistrictReview = Readonly<{
  escalation: EscalationSetting;
  /** Where one was imported; `[lng, lat]` rings. */
  boundary: DistrictBoundary | null;
  villages: readonly ReviewedVillage[];
  actions: readonly ReviewedAction[];
  instructions: readonly ReviewedInstruction[];
  promises: readonly ReviewedPromise[];
}>;
