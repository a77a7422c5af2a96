import { PERCENT_FROM } from "@/lib/statistics/proportion";
import type { AttendanceTotals } from "./attendance";

/**
 * The rule behind "Who have we not heard?" (screens.md §4). Shares of the room are held against the village profile:
 * - a group is looked at when ≥ 5 % of the village or ≥ 10 people of it live there;
 * - **missing**: nobody of it is present; **few**: its share of those present is less than half its share of residents;
 * - a *priority* group (mothers of infants, pregnant women, people with disability) is looked at whatever its size and
 *   is few when less than half of those who live there came: "2 of 11 mothers of infants".
 */
export const INCLUSION_RULE = { minShare: 0.05, minPeople: 10, fewBelow: 0.5 } as const;

export type InclusionDimension = "sex" | "ageBand" | "ethnicGroup" | "role" | "disability";

/** One group of the village profile with its source's number of residents. */
export interface ResidentGroup {
  dimension: InclusionDimension;
  /** A value of that dimension: "female", "50plus", an ethnic group's id, "mother_of_infant", "yes" for disability. */
  id: string;
  living: number;
}

export interface InclusionGap {
  dimension: InclusionDimension;
  id: string;
  kind: "missing" | "few";
  present: number;
  living: number;
  priority: boolean;
  /** Share of those present and of residents, 0…1; null below 5 people, where only "k of n" is shown. */
  shareOfPresent: number | null;
  shareOfResidents: number | null;
}

const PRIORITY: ReadonlySet<string> = new Set([
  "role:mother_of_infant",
  "role:pregnant_woman",
  "disability:yes",
]);

/**
 * Groups missing or under-represented, the ones to hear first on top: missing before few, priority groups first, then
 * by how many would be needed to reach the group's share. Empty until somebody is counted, and for groups without a
 * number of residents: no profile, no judgement.
 */
export function inclusionGaps(input: {
  totals: AttendanceTotals;
  population: number;
  groups: readonly ResidentGroup[];
}): InclusionGap[] {
  const { totals, population, groups } = input;
  if (totals.people === 0) return [];
  return groups
    .flatMap((group) => gapOf(group, totals, population) ?? [])
    .sort(
      (a, b) =>
        Number(b.gap.kind === "missing") - Number(a.gap.kind === "missing") ||
        Number(b.gap.priority) - Number(a.gap.priority) ||
        b.shortBy - a.shortBy,
    )
    .map(({ gap }) => gap);
}

function gapOf(
  group: ResidentGroup,
  totals: AttendanceTotals,
  population: number,
): { gap: InclusionGap; shortBy: number } | null {
  const { dimension, id, living } = group;
  if (!(living > 0)) return null;
  const priority = PRIORITY.has(`${dimension}:${id}`);
  const shareLiving = population > 0 ? living / population : null;
  if (!priority && living < INCLUSION_RULE.minPeople && (shareLiving ?? 0) < INCLUSION_RULE.minShare)
    return null;
  const present = presentOf(group, totals);
  const due = priority ? living : shareLiving === null ? 0 : shareLiving * totals.people;
  const few = present < INCLUSION_RULE.fewBelow * due;
  if (present > 0 && !few) return null;
  const gap: InclusionGap = {
    dimension,
    id,
    kind: present === 0 ? "missing" : "few",
    present,
    living,
    priority,
    shareOfPresent: totals.people < PERCENT_FROM ? null : present / totals.people,
    shareOfResidents: population < PERCENT_FROM ? null : shareLiving,
  };
  return { gap, shortBy: due - present };
}

function presentOf({ dimension, id }: ResidentGroup, totals: AttendanceTotals): number {
  const of = (counts: Readonly<Record<string, number | undefined>>) => counts[id] ?? 0;
  switch (dimension) {
    case "sex":
      return of(totals.bySex);
    case "ageBand":
      return of(totals.byAgeBand);
    case "ethnicGroup":
      return of(totals.byEthnicGroup);
    case "role":
      return of(totals.byRole);
    case "disability":
      return of(totals.disability);
  }
}
