import { z } from "zod";
import { count, id, isoDate, kip, line, optional, prose } from "@/lib/changes/fields";

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

export const InstitutionFields = z.object({
  nameLo: line,
  nameEn: line,
  kind: z.enum(["ministry", "funder", "partner", "government", "other"]),
  from: optional(isoDate),
  to: optional(isoDate),
  successorId: optional(id),
  source: optional(line),
  note: optional(prose),
});

export const AgreementFields = z.object({
  kind: z.enum(["memorandum", "funding"]),
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
