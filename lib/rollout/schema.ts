import { z } from "zod";
import { count, id, isoDate, kip, line, lines, optional, prose } from "@/lib/changes/fields";
import { governanceLevels } from "@/lib/workshops/vocabularies";

/** A reach figure as somebody published it; never merged with our own count. */
export const ReachFigureFields = z.object({
  date: isoDate,
  dateWording: line,
  villages: optional(count),
  districts: optional(count),
  provinces: optional(count),
  wording: prose,
  source: line,
});

export const institutionKinds = ["ministry", "funder", "partner", "government", "other"] as const;
export const agreementKinds = ["memorandum", "funding"] as const;

export const InstitutionFields = z.object({
  nameLo: line,
  nameEn: line,
  kind: z.enum(institutionKinds),
  from: optional(isoDate),
  to: optional(isoDate),
  successorId: optional(id),
  source: optional(line),
  note: optional(prose),
});

export const AgreementFields = z.object({
  kind: z.enum(agreementKinds),
  title: line,
  parties: z.array(id).max(20),
  signed: optional(isoDate),
  from: optional(isoDate),
  to: optional(isoDate),
  amountKip: optional(kip),
  amountUsd: optional(count),
  scope: optional(prose),
  source: optional(line),
});

export const plannedModules = ["1", "2", "3"] as const;
export const fundings = ["own", "partner"] as const;
export const planYear = z.number().int().min(2020).max(2100);

/** What is intended at the record's place; whether it was done follows from the workshops (lib/counts). */
export const RolloutItemFields = z.object({
  year: planYear,
  module: z.enum(plannedModules),
  level: z.enum(governanceLevels),
  plannedDate: isoDate,
  /** Of the village, district, province or state, or of a partner; who exactly says `funderId`. */
  funding: optional(z.enum(fundings)),
  funderId: optional(id),
  costKip: optional(kip),
  facilitators: optional(lines),
  note: optional(prose),
});

export type RolloutItem = z.infer<typeof RolloutItemFields>;

/** A plan of a year is carried out in that year; what slips stays in it, and late. */
export const inItsYear = ({ year, plannedDate }: Pick<RolloutItem, "year" | "plannedDate">) =>
  plannedDate.startsWith(`${year}-`);

export const FacilitatorFields = z.object({
  name: line,
  office: line,
  from: optional(isoDate),
  to: optional(isoDate),
  note: optional(prose),
});

export const FacilitatorTrainingFields = z.object({
  facilitatorId: id,
  date: isoDate,
  topic: line,
  venue: optional(line),
  days: optional(z.number().int().min(1).max(60)),
});
