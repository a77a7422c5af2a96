import { z } from "zod";
import { id, isoDate, line, optional, prose } from "@/lib/changes/fields";

/** The national indicators in the order of the health sector's report. */
export const nationalCodes = [
  "underweight",
  "stunting",
  "infant_mortality",
  "under5_mortality",
  "maternal_mortality",
  "skilled_birth",
  "penta3",
  "clean_water",
  "latrines",
  "insurance",
  "model_villages",
] as const;
export type NationalCode = (typeof nationalCodes)[number];

/** Where a value comes from; `report` when a published report states it without saying from where. */
export const valueKinds = ["hmis", "survey", "registry", "community", "report"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** Among whom a part of a year was counted: the whole year's, the same months', or those of one moment. */
export const bases = ["annual", "ytd", "period"] as const;
export type Basis = (typeof bases)[number];

/** How the report itself groups an indicator: able to achieve, tends to meet, tends to fail. */
export const verdicts = ["achieved", "on_course", "off_course"] as const;
export type Verdict = (typeof verdicts)[number];

export const year = z.number().int().min(2000).max(2100);
const measured = z.number().min(0).max(1_000_000);
/** A province, or null for the nation; always said, because the record's id follows from it. */
const area = id.nullable();

export const NationalTargetFields = z.object({
  indicator: z.enum(nationalCodes),
  year,
  provinceId: area,
  value: measured,
  source: line,
  note: optional(prose),
});

export const NationalValueFields = z.object({
  indicator: z.enum(nationalCodes),
  provinceId: area,
  from: isoDate,
  to: isoDate,
  kind: z.enum(valueKinds),
  value: measured,
  basis: z.enum(bases),
  /** Among whom it was counted, in the source's own words. */
  amongWhom: optional(line),
  source: line,
  verdict: optional(z.enum(verdicts)),
  note: optional(prose),
});
