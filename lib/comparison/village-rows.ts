import type { ActionCounts, VillageMark } from "@/lib/districts/summary";
import { totalOf, urgencyOf } from "@/lib/districts/summary";
import { compareLao } from "@/lib/i18n/lao";
import type { Year } from "@/lib/indicators/calculation";
import type { Shown } from "@/lib/indicators/display";
import type { SinceWorkshop } from "@/lib/indicators/since-workshop";
import type { ShownIndicator } from "@/lib/indicators/view";
import { bandOf, type Choices, type FilterName, type Filters, type Grouping } from "./choices";

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;

/** The newest round of interviews in a village, with what its own page shows of it. */
export type VillageTrustMean = Readonly<{
  startDate: string;
  /** Null: fewer than ten people. */
  mean: Readonly<{ n: number; mean: number; lo: number | null; hi: number | null }> | null;
}>;

/** One village with everything its line says. */
export type ComparedVillage = Named &
  Readonly<{
    code: string | null;
    lat: number | null;
    lng: number | null;
    mark: VillageMark;
    counts: ActionCounts;
    firstWorkshop: string | null;
    lastVisit: string | null;
    /** Newest month of which the village sent a report or has a count of this, yyyymm. */
    lastReport: number | null;
    mainGroup: Named | null;
    wetAccess: string | null;
    centre: (Named & { code: string | null; minutesDry: number | null }) | null;
    year: Year;
    shown: Shown;
    since: SinceWorkshop | null;
    trust: VillageTrustMean | null;
  }>;

/** Which of a breakdown's parts a village belongs to. */
export function partOf(village: ComparedVillage, by: Grouping): string {
  if (by === "group") return village.mainGroup?.id ?? "unknown";
  if (by === "season") return village.wetAccess ?? "unknown";
  if (by === "distance") return bandOf(village.centre?.minutesDry ?? null);
  return village.centre?.code ?? village.centre?.id ?? "unknown";
}

function saysOf(village: ComparedVillage, name: FilterName): string {
  if (name === "status") return village.mark;
  if (name === "workshop") return village.firstWorkshop ? "yes" : "no";
  return partOf(village, name);
}

const fits = (village: ComparedVillage, filters: Filters) =>
  Object.entries(filters).every(([name, value]) => saysOf(village, name as FilterName) === value);

/**
 * Which end of what is known to sort by: the surely low first by the upper end of the interval, the surely high first
 * by the lower end, never by the dot alone; who has no interval comes last.
 */
const lastWhenMissing = (a: number | null, b: number | null) =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;
const negative = (value: number | null | undefined) =>
  value === null || value === undefined ? null : -value;
const planShare = ({ counts }: ComparedVillage) =>
  totalOf(counts) === 0 ? null : counts.done / totalOf(counts);

const orders: Record<Choices["sort"], (a: ComparedVillage, b: ComparedVillage) => number> = {
  urgency: (a, b) => urgencyOf(a.mark) - urgencyOf(b.mark),
  name: () => 0,
  lowest: (a, b) => lastWhenMissing(a.shown.interval?.high ?? null, b.shown.interval?.high ?? null),
  highest: (a, b) => lastWhenMissing(negative(a.shown.interval?.low), negative(b.shown.interval?.low)),
  plan: (a, b) => lastWhenMissing(planShare(a), planShare(b)),
  report: (a, b) => (a.lastReport ?? 0) - (b.lastReport ?? 0),
};

/** The lines to show, in the order asked for; those that are alike by name. */
export function chosenVillages(
  villages: readonly ComparedVillage[],
  { sort, filters }: Pick<Choices, "sort" | "filters">,
): ComparedVillage[] {
  return villages
    .filter((village) => fits(village, filters))
    .sort((a, b) => orders[sort](a, b) || compareLao(a.nameLo, b.nameLo) || (a.id < b.id ? -1 : 1));
}

export type Comparison = Readonly<{
  /** The last month that is over, yyyymm. */
  end: number;
  indicator: ShownIndicator;
  /** To choose from. */
  indicators: readonly ShownIndicator[];
  villages: readonly ComparedVillage[];
  /** Range of the questionnaire the trust column shows; null when no trust may be shown or none was asked. */
  trustScale: Readonly<{ nameLo: string; nameEn: string; range: readonly [number, number] }> | null;
}>;
