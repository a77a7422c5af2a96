import { z } from "zod";
import type { Entries } from "@/lib/changes/entries";
import { count, id, isoDate, line, optional, prose } from "@/lib/changes/fields";
import { valuePrefix } from "./value-prefix";
import { figureMethods, populationKinds } from "./vocabularies";

export const reporterKinds = ["village", "facility"] as const;
/** Whose count it is: village volunteers', the health facility's, or a survey's. One month's stand side by side. */
export const valueSources = ["village", "facility", "survey"] as const;
export const elementGroups = [
  "antenatal",
  "birth",
  "postnatal",
  "vaccination",
  "family_planning",
  "growth",
  "supply",
  "outreach",
  "deaths",
] as const;
export const directions = ["up", "down", "none"] as const;

const elementName = /^[A-Z][A-Z0-9_]{1,29}$/;
export const elementCode = z.string().regex(elementName);
/** A calendar month as `yyyymm`. */
export const period = z
  .number()
  .int()
  .min(200001)
  .max(209912)
  .refine((value) => value % 100 >= 1 && value % 100 <= 12);

/** What is counted, in the words of whoever counts it. `atMost`: in one month it is no more than these together. */
export const DataElementFields = z.object({
  code: elementCode,
  nameLo: line,
  nameEn: line,
  group: z.enum(elementGroups),
  reporters: z.array(z.enum(reporterKinds)).min(1).max(2),
  /** The most that one month allows, such as its days. */
  maximum: optional(count),
  atMost: optional(z.array(elementCode).max(10)),
  /** What to look at when there is more; shown under the two numbers. */
  adviceLo: optional(line),
  adviceEn: optional(line),
  /** Shown below the district only to those who report and verify. */
  teamOnly: optional(z.boolean()),
  position: count,
  active: z.boolean(),
  source: optional(line),
});

/** An element that counts (`ANC1`) or is taken away (`-PENTA3`). */
const term = z.string().regex(/^-?[A-Z][A-Z0-9_]{1,29}$/);

/**
 * Numerator among a denominator: elements of the same months, or a figure of the population for the year; neither means
 * that it is a plain count.
 */
export const IndicatorFields = z.object({
  code: elementCode,
  nameLo: line,
  nameEn: line,
  group: z.enum(elementGroups),
  numerator: z.array(term).min(1).max(10),
  denominator: optional(z.array(term).max(10)),
  populationKind: optional(z.enum(populationKinds)),
  /** What k of n is multiplied with to be read: 100 for percent. */
  factor: z.number().int().min(1).max(1_000_000),
  direction: z.enum(directions),
  teamOnly: optional(z.boolean()),
  position: count,
  active: z.boolean(),
  source: optional(line),
});

/** How many people of a kind live in a village, a health centre's catchment or a district in a year, and how that is known. */
export const PopulationFigureFields = z.object({
  facilityId: optional(id),
  kind: z.enum(populationKinds),
  year: z.number().int().min(2000).max(2099),
  value: count,
  method: z.enum(figureMethods),
  asOf: isoDate,
  source: optional(line),
});

/** One reporter's month. What it counted are entries beside these fields. */
export const ReportFields = z.object({
  reporterKind: z.enum(reporterKinds),
  reporterId: id,
  period,
  source: z.enum(valueSources),
  /** Left out while it is only begun, so that who begins it second takes nothing back. */
  submitted: optional(z.boolean()),
  note: optional(prose),
});

/** `value.ANC1`: a whole number, or null for "not known"; an entry never made is neither. */
export const reportValues = {
  prefix: valuePrefix,
  name: elementName,
  value: count.nullable(),
  column: "values",
} as const satisfies Entries;

/** What another person says of a report's values as they then stood; `seen` is those values' digest. */
export const VerificationFields = z.object({
  reportId: id,
  verified: z.boolean(),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  date: isoDate,
  note: optional(prose),
});

/** Nation-wide, dated: the day of the following month on which a month's report is due. */
export const ReportingRuleFields = z.object({
  from: isoDate,
  dueDay: z.number().int().min(1).max(28),
});

export type ReporterKind = (typeof reporterKinds)[number];
export type ValueSource = (typeof valueSources)[number];
export type DataElement = z.infer<typeof DataElementFields>;
export type Indicator = z.infer<typeof IndicatorFields>;
export type PopulationKind = (typeof populationKinds)[number];
export type FigureMethod = (typeof figureMethods)[number];
