import { expectedAt, paceOf } from "@/lib/statistics/pace";
import type { NationalIndicator } from "./indicators";
import type { Basis, ValueKind, Verdict } from "./schema";

type Period = Readonly<{ from: string; to: string }>;
export type Measured = Period & Readonly<{ value: number; kind: ValueKind; basis: Basis }>;

/** What a value says about its year's target. Differences are value minus what it is held against, in the indicator's unit. */
export type Reading =
  | Readonly<{ is: "noTarget" }>
  /** Deaths as reported through facilities: never held against a target. */
  | Readonly<{ is: "underCounted" }>
  | Readonly<{
      is: "pace";
      band: "on" | "near" | "behind";
      expected: number;
      month: number;
      difference: number;
    }>
  /** Part of a year among the whole year's people, but not the months from January on: no pace can be drawn. */
  | Readonly<{ is: "noPace" }>
  | Readonly<{ is: "target"; met: boolean; difference: number }>;

/** How many whole months of its year, from January on, a period covers; null when it is something else. */
export function monthsFromJanuary({ from, to }: Period): number | null {
  if (from.slice(0, 4) !== to.slice(0, 4) || from.slice(5) !== "01-01") return null;
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1 ? Number(to.slice(5, 7)) : null;
}

/** Deaths that facilities reported; a survey asks households and may be held against the target. */
export const isUnderCounted = ({ group }: NationalIndicator, kind: ValueKind): boolean =>
  group === "deaths" && kind !== "survey" && kind !== "registry";

export function readingOf(indicator: NationalIndicator, measured: Measured, target: number | null): Reading {
  if (isUnderCounted(indicator, measured.kind)) return { is: "underCounted" };
  if (target === null) return { is: "noTarget" };
  const { value, basis } = measured;
  if (basis === "annual") return paceReading(indicator, measured, target);
  const met = indicator.lowerIsBetter ? value <= target : value >= target;
  return { is: "target", met, difference: value - target };
}

function paceReading(indicator: NationalIndicator, measured: Measured, target: number): Reading {
  const month = monthsFromJanuary(measured);
  const expected = month && expectedAt(target, month, "annual");
  if (!month || expected === null) return { is: "noPace" };
  const { band } = paceOf(measured.value, expected, indicator.lowerIsBetter);
  if (!band) return { is: "noPace" };
  return { is: "pace", band, expected, month, difference: measured.value - expected };
}

/** Why our reading is not the report's own verdict; null when they agree or one of them is silent. */
export type Disagreement = "partYear" | "underCounted" | "other";

export function disagreement(reading: Reading, verdict: Verdict | null | undefined): Disagreement | null {
  if (!verdict || reading.is === "noTarget" || reading.is === "noPace") return null;
  if (reading.is === "underCounted") return verdict === "off_course" ? null : "underCounted";
  const ours =
    reading.is === "target"
      ? reading.met
        ? ["achieved", "on_course"]
        : ["off_course"]
      : { on: ["achieved", "on_course"], near: ["on_course"], behind: ["off_course"] }[reading.band];
  if (ours.includes(verdict)) return null;
  return reading.is === "pace" ? "partYear" : "other";
}
