import type { fundSources } from "@/lib/workshops/vocabularies";

/** What a village of a year's plan goes through, in this order (domain.md §9); each is derived from records, none is typed. */
export const stages = [
  "oriented",
  "trained",
  "district",
  "hc",
  "village",
  "displayed",
  "visit3",
  "visit6",
  "self_financed",
  "guides",
] as const;
export type Stage = (typeof stages)[number];

/** Steps that every village of the plan takes; to pay from own budgets and to guide others may come at any time, or never. */
export const steps = stages.slice(0, 8) as readonly Stage[];

export const levelOf: Readonly<Record<Stage, "province" | "district" | "hc" | "village">> = {
  oriented: "province",
  trained: "district",
  district: "district",
  hc: "hc",
  village: "village",
  displayed: "village",
  visit3: "village",
  visit6: "village",
  self_financed: "village",
  guides: "village",
};

/** A plan hangs on the wall within so many days of the village's workshop; the visits are counted from then. */
export const DISPLAY_DAYS = 30;

/** Public money of any level is own budget; what came in kind says nothing about who pays. */
export const ownSources: readonly (typeof fundSources)[number][] = [
  "village",
  "hc",
  "district",
  "province",
  "national",
];
export const payers = ["own", "partner", "none"] as const;
export type Payer = (typeof payers)[number];

export type Standing = Readonly<{ on: string | null; due: string | null }>;
export type VillageStages = Readonly<Record<Stage, Standing>>;

export const isBehind = ({ on, due }: Standing, today: string) => on === null && due !== null && due <= today;

/** The last step taken, the step that comes after it, and every stage that is due and not reached. */
export function whereItStands(village: VillageStages, today: string) {
  const last = steps.findLastIndex((stage) => village[stage].on !== null);
  return {
    at: steps[last] ?? null,
    since: village[steps[last] ?? "oriented"].on,
    next: steps[last + 1] ?? null,
    behind: stages.filter((stage) => isBehind(village[stage], today)),
  };
}

export type StageCount = Readonly<{ done: number; due: number; behind: number }>;
export type StageCounts = Readonly<Record<Stage, StageCount>>;

const nothing: StageCount = { done: 0, due: 0, behind: 0 };
export const noStages = Object.fromEntries(stages.map((stage) => [stage, nothing])) as StageCounts;

/** Every village is in one district and every district in one province: sums of sums are the count itself. */
export function sumStages(parts: readonly StageCounts[]): StageCounts {
  const sum = (stage: Stage, of: keyof StageCount) =>
    parts.reduce((total, part) => total + part[stage][of], 0);
  return Object.fromEntries(
    stages.map((stage) => [
      stage,
      { done: sum(stage, "done"), due: sum(stage, "due"), behind: sum(stage, "behind") },
    ]),
  ) as StageCounts;
}

/** The stage at which most villages are behind; of equals the earlier one, which holds up the others. */
export function stuckAt(counts: StageCounts): Stage | null {
  const most = Math.max(...stages.map((stage) => counts[stage].behind));
  return most === 0 ? null : (stages.find((stage) => counts[stage].behind === most) ?? null);
}
