import type { Year } from "@/lib/indicators/calculation";
import { shownYear } from "@/lib/indicators/display";
import type { ShownIndicator } from "@/lib/indicators/view";
import { type FunnelFlag, funnel, funnelLimits, INNER_ALPHA, OUTER_ALPHA } from "@/lib/statistics/funnel";

type Named = Readonly<{ id: string; code: string | null; nameLo: string; nameEn: string }>;
export type DistrictYear = Named & Readonly<{ year: Year }>;

export type ComparedDistrict = DistrictYear &
  Readonly<{
    shown: ReturnType<typeof shownYear>;
    /** Against all districts together; null where its number is an estimate or nothing may be flagged. */
    inner: FunnelFlag | null;
    outer: FunnelFlag | null;
  }>;

export type LimitPoint = Readonly<{
  n: number;
  inner: readonly [number | null, number | null];
  outer: readonly [number | null, number | null];
}>;
export type DistrictFunnel = Readonly<{
  districts: readonly ComparedDistrict[];
  /** Share of all districts together; null when fewer than two can be compared. */
  benchmark: number | null;
  /** They differ for reasons beyond chance, so none is named. */
  overdispersed: boolean;
  limits: readonly LimitPoint[];
}>;

const STEPS = 32;

/** Counts of people who were counted, whole and never more than there were; estimates stay out (statistics.md §7). */
function countedOf({ year: { rate, estimated } }: DistrictYear): { k: number; n: number } | null {
  const { k, n } = rate;
  if (estimated || k === null || n === null || rate.overOne) return null;
  return Number.isInteger(k) && Number.isInteger(n) && n > 0 && k >= 0 && k <= n ? { k, n } : null;
}

/** Districts against what chance alone would give each of its size, instead of a league table. */
export function districtFunnel(
  districts: readonly DistrictYear[],
  indicator: ShownIndicator,
): DistrictFunnel {
  const units = districts.flatMap((one) => {
    const counted = countedOf(one);
    return counted ? [{ unit: one.id, ...counted }] : [];
  });
  const all = units.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
  const benchmark = units.length > 1 ? all.k / all.n : null;
  const judged = benchmark === null ? null : funnel(units, benchmark);
  const flags = new Map(judged?.units.map((unit) => [unit.unit, unit]));
  return {
    benchmark,
    overdispersed: judged?.overdispersed ?? false,
    limits: benchmark === null ? [] : limitsAbout(benchmark, Math.max(...units.map(({ n }) => n))),
    districts: districts.map((one) => ({
      ...one,
      shown: shownYear(indicator, one.year),
      inner: flags.get(one.id)?.inner ?? null,
      outer: flags.get(one.id)?.outer ?? null,
    })),
  };
}

function limitsAbout(benchmark: number, most: number): LimitPoint[] {
  const sizes = Array.from({ length: STEPS }, (_, at) => Math.max(1, Math.round(((at + 1) * most) / STEPS)));
  return [...new Set(sizes)].map((n) => {
    const [inner, outer] = [INNER_ALPHA, OUTER_ALPHA].map((alpha) => funnelLimits(n, benchmark, alpha));
    return {
      n,
      inner: [inner?.lower ?? null, inner?.upper ?? null],
      outer: [outer?.lower ?? null, outer?.upper ?? null],
    };
  });
}
