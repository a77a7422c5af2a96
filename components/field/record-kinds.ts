import type { RecordType } from "@/lib/changes/registry";

const groups: Partial<Record<RecordType, string>> = {
  session: "workshop",
  consent: "workshop",
  map: "feature",
  problemNode: "problem",
  problemFeature: "problem",
  comparison: "ballot",
  score: "ballot",
  criterion: "ballot",
  plan: "action",
  share: "action",
  endorsement: "action",
  confirmation: "progress",
  trustRound: "trust",
  trustBatch: "trust",
  mentor: "mentee",
  menteeStatus: "mentee",
  mentoringSession: "assessment",
  nextStep: "assessment",
};
export const namedKinds = [
  "workshop",
  "attendance",
  "group",
  "commitment",
  "photo",
  "feature",
  "problem",
  "ballot",
  "solution",
  "action",
  "progress",
  "visit",
  "report",
  "trust",
  "mentee",
  "assessment",
  "other",
] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Kinds of record as people speak of them: a cause belongs to its problem, a pair compared to the ranking. */
export function kindOf(type: RecordType): NamedKind {
  const kind = groups[type] ?? type;
  return (namedKinds as readonly string[]).includes(kind) ? (kind as NamedKind) : "other";
}
