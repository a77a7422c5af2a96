import { z } from "zod";
import { count, id, line, optional, prose } from "@/lib/changes/fields";
import { themeSet } from "@/lib/themes/frame";

export const problemCategories = [
  "access_distance",
  "transport_season",
  "cost_insurance",
  "staff_absent_few",
  "staff_attitude",
  "language_culture",
  "gender_decision",
  "medicine_stock",
  "equipment",
  "water_sanitation",
  "information_rumour",
  "opening_hours",
  "referral",
  "nutrition_food",
  "birth_registration",
  "stigma",
  "disability_access",
  "other",
] as const;

export const ProblemFields = z.object({
  workshopId: id,
  /** A bad situation ("many mothers miss visits"), not an absent solution. */
  statement: line,
  category: optional(z.enum(problemCategories)),
  raisedByGroupId: optional(id),
  whomItTouches: optional(line),
  peopleTouched: optional(count),
  note: optional(prose),
  position: optional(count),
  themes: optional(themeSet),
});

/** A root (cause) or branch (effect) of the problem tree. */
export const ProblemNodeFields = z.object({
  problemId: id,
  parentId: optional(id),
  kind: z.enum(["cause", "effect"]),
  text: line,
  position: optional(count),
});

export const ProblemFeatureFields = z.object({ problemId: id, featureId: id });

/** Dots one device counted for one problem in one group; they add up over devices. */
export const BallotFields = z.object({ workshopId: id, groupId: id, problemId: id, device: id, dots: count });

/** One pair compared by one group; the winner is a problem of the pair or nobody ("equal"). */
export const ComparisonFields = z.object({
  workshopId: id,
  groupId: id,
  problemA: id,
  problemB: id,
  winner: z.union([id, z.literal("equal")]),
});

export const CriterionFields = z.object({
  workshopId: id,
  label: line,
  weight: z.number().positive().max(100),
  position: optional(count),
});

export const ScoreFields = z.object({
  workshopId: id,
  groupId: id,
  problemId: id,
  criterionId: id,
  score: z.number().int().min(1).max(5),
});

export const SolutionFields = z.object({
  workshopId: id,
  problemId: id,
  text: line,
  proposedByGroupId: optional(id),
  chosen: z.boolean(),
  note: optional(prose),
  position: optional(count),
});

export type Problem = z.infer<typeof ProblemFields>;
export type ProblemNode = z.infer<typeof ProblemNodeFields>;
export type Ballot = z.infer<typeof BallotFields>;
export type Comparison = z.infer<typeof ComparisonFields>;
export type Criterion = z.infer<typeof CriterionFields>;
export type Score = z.infer<typeof ScoreFields>;
export type Solution = z.infer<typeof SolutionFields>;
