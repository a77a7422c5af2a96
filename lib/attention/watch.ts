import type { Figure } from "@/lib/indicators/denominators";
import type { ReportingRule } from "@/lib/indicators/reporting";
import type { ShownIndicator } from "@/lib/indicators/view";
import type { Office } from "@/lib/plans/schema";
import type { Contradiction } from "@/lib/voices/queries";
import type { RoundTotal } from "./trust";

/**
 * Services whose monthly counts are watched for signals, the most telling of each step of care: few, because each series
 * more brings false alarms more.
 */
export const WATCHED = ["ANC4_COV", "INST_DELIV", "DPT3_COV", "BIRTH_REG"] as const;
/** Two years: twelve months to compare with the twelve before. */
export const WATCHED_MONTHS = 24;

export type WatchedFacility = Readonly<{
  id: string;
  nameLo: string;
  nameEn: string;
  lat: number | null;
  lng: number | null;
  /** Villages of its catchment today. */
  villages: number;
  /** Day of the first workshop in the catchment. */
  workshop: string | null;
}>;

export type WatchedReporter = Readonly<{
  kind: "village" | "facility";
  id: string;
  /** Months received in the last year, as yyyymm. */
  periods: readonly number[];
}>;

export type HeldDialogue = Readonly<{
  id: string;
  date: string;
  chair: Office;
  decisions: readonly string[] | null;
  nextDate: string | null;
}>;
export type LateStep = Readonly<{ facilityId: string | null; due: string; ofMentee: boolean }>;

/** What the list is made of beside the plans: counts, rounds of trust and reports received. */
export type Watch = Readonly<{
  /** Oldest first. */
  months: readonly number[];
  indicators: readonly ShownIndicator[];
  facilities: readonly WatchedFacility[];
  /** Position of the facility, element, months as yyyymm, what was counted in each. */
  cells: readonly (readonly [
    facility: number,
    code: string,
    periods: readonly number[],
    counts: readonly number[],
  ])[];
  /** Of one source: the health facilities', else the villages'. */
  districtCells: readonly (readonly [code: string, period: number, total: number, reporters: number])[];
  figures: readonly Figure[];
  /** Day of the district's first workshop. */
  workshop: string | null;
  reporters: readonly WatchedReporter[];
  rules: readonly ReportingRule[];
  /** Actions reported done of which villagers say since that they are not. */
  contradictions: readonly Contradiction[];
  /** The newest district dialogue. */
  dialogue: HeldDialogue | null;
  /** Open steps agreed at mentorship whose date has passed: where and since when, never whose nor what. */
  mentorSteps: readonly LateStep[];
  /** Null: this reader sees no village's trust. */
  trust: readonly RoundTotal[] | null;
}>;
