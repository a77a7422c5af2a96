import { z } from "zod";
import { id, isoDate, kip, line, optional, prose } from "@/lib/changes/fields";
import { budgetPurposes, budgetSources, partnerThemes } from "./vocabularies";

const budgetLine = {
  year: z.number().int().min(2000).max(2100),
  purpose: z.enum(budgetPurposes),
  fundSource: z.enum(budgetSources),
  /** The institution that pays, when it is one of the register. */
  funderId: optional(id),
  plannedKip: optional(kip),
  approvedKip: optional(kip),
  /** By when it was to be paid out; a budget paid in parts is a line for each part. */
  disbursementDue: optional(isoDate),
  disbursedKip: optional(kip),
  disbursedOn: optional(isoDate),
  /** Never for workshops: what those cost is recorded with each workshop (docs/decisions/0048). */
  spentKip: optional(kip),
  source: optional(line),
  note: optional(prose),
};

/** One line of a district's budget. */
export const BudgetFields = z.object(budgetLine);
/** One line of a province's budget, or of the nation's when no province is named. */
export const NationalBudgetFields = z.object({ ...budgetLine, provinceId: optional(id) });

/** The spending of workshops is not typed a second time. */
export const budgetContradiction = ({
  purpose,
  spentKip,
}: Readonly<Record<string, unknown>>): string | null =>
  purpose === "workshops" && typeof spentKip === "number" ? "spentKip" : null;

/** A partner that works on a theme: in a district, a whole province, or nation-wide when no place is named. */
export const PartnerActivityFields = z.object({
  institutionId: id,
  theme: z.enum(partnerThemes),
  provinceId: optional(id),
  districtId: optional(id),
  from: isoDate,
  to: optional(isoDate),
  source: optional(line),
  note: optional(prose),
});
