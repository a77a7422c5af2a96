import { kindOf } from "@/lib/indicators/calculation";
import type { ShownIndicator } from "@/lib/indicators/view";
import { meanOverVillages } from "@/lib/statistics/clustered-contrast";
import { PERCENT_FROM, STABLE_FROM } from "@/lib/statistics/proportion";
import type { Grouping } from "./choices";
import { type ComparedVillage, partOf } from "./village-rows";

export type GroupRemark = "few" | "unstable" | "estimate" | "fewVillages" | "over";

/** Villages that have something in common, together. */
export type GroupLine = Readonly<{
  part: string;
  villages: number;
  /** Villages whose numbers are in the sums. */
  counted: number;
  k: number | null;
  n: number | null;
  share: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
  remarks: readonly GroupRemark[];
}>;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

type Counted = Pick<ComparedVillage, "id" | "year">;

export function groupLine(part: string, villages: readonly Counted[], indicator: ShownIndicator): GroupLine {
  const kind = kindOf(indicator);
  const told = villages.filter(
    ({ year: { rate } }) => rate.k !== null && (kind === "count" || (rate.n ?? 0) > 0),
  );
  const base = { part, villages: villages.length, counted: told.length, share: null, interval: null };
  if (told.length === 0) return { ...base, k: null, n: null, remarks: [] };
  const k = told.reduce((sum, { year }) => sum + (year.rate.k ?? 0), 0);
  if (kind === "count") return { ...base, k, n: null, remarks: [] };
  const people = told.reduce((sum, { year }) => sum + (year.rate.n ?? 0), 0);
  const n = Math.round(people);
  const estimated = told.some(({ year }) => year.estimated || year.rate.overOne);
  const small: GroupRemark[] = n < PERCENT_FROM ? ["few"] : n < STABLE_FROM ? ["unstable"] : [];
  const over: GroupRemark[] = k > people ? ["over"] : [];
  const share = n < PERCENT_FROM ? null : k / people;
  if (estimated) return { ...base, k, n, share, remarks: [...small, "estimate", ...over] };
  const { status, lo, hi } = meanOverVillages(
    told.map(({ id, year }) => ({ village: id, n: year.rate.n ?? 0, sum: year.rate.k ?? 0 })),
  );
  const interval = status === "ok" && lo !== null && hi !== null ? { low: clamp(lo), high: clamp(hi) } : null;
  return {
    ...base,
    k,
    n,
    share,
    interval,
    remarks: [...small, ...(interval || n < PERCENT_FROM ? [] : (["fewVillages"] as const)), ...over],
  };
}

/**
 * Sums of k and n over villages alike, with the interval of a mean over villages: CR2 by village, never one person by
 * one (statistics.md §0.4, §4). None where the villages are too few for it or a denominator is an estimate.
 */
export function groupLines(
  villages: readonly ComparedVillage[],
  by: Grouping,
  indicator: ShownIndicator,
): GroupLine[] {
  const parts = Map.groupBy(villages, (village) => partOf(village, by));
  return [...parts]
    .map(([part, members]) => groupLine(part, members, indicator))
    .sort((a, b) => b.villages - a.villages || (a.part < b.part ? -1 : 1));
}

/** All villages shown as one group, for the sentence above them. */
export const togetherOf = (villages: readonly ComparedVillage[], indicator: ShownIndicator): GroupLine =>
  groupLine("all", villages, indicator);
