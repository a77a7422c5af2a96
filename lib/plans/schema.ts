import { z } from "zod";
import { count, id, isoDate, kip, line, lines, optional, prose } from "@/lib/changes/fields";
import { fundSources, governanceLevels } from "@/lib/workshops/vocabularies";

export const planStatuses = ["draft", "endorsed", "displayed", "active", "closed"] as const;
export const actionStatuses = ["not_started", "in_progress", "done", "blocked", "dropped"] as const;
/** Offices that lead, support, endorse or are instructed: never a person's name. */
export const offices = [
  "village_chief",
  "village_committee",
  "womens_union",
  "lao_front",
  "youth_union",
  "village_health_volunteer",
  "health_centre_head",
  "health_centre_staff",
  "district_hospital",
  "district_health_office",
  "district_governor",
  "district_public_works",
  "district_education",
  "district_finance",
  "district_agriculture",
  "province_health_office",
  "province_governor",
  "facilitator_team",
  "partner",
  "other",
] as const;

export const PlanFields = z.object({
  workshopId: id,
  title: optional(line),
  status: z.enum(planStatuses),
  agreedDate: optional(isoDate),
  displayedDate: optional(isoDate),
  displayPlace: optional(line),
  displayPhotoId: optional(id),
  nextReview: optional(isoDate),
  previousPlanId: optional(id),
  /** Months after the plan was displayed (else agreed) at which a visit is due; default 3 and 6. */
  visitOffsets: optional(z.array(z.number().int().min(1).max(36)).max(8)),
});

export const ActionFields = z.object({
  planId: id,
  problemId: optional(id),
  solutionId: optional(id),
  what: line,
  level: z.enum(governanceLevels),
  lead: optional(z.enum(offices)),
  leadNote: optional(line),
  support: optional(lines),
  start: optional(isoDate),
  due: optional(isoDate),
  resources: optional(prose),
  costKip: optional(kip),
  fundSource: optional(z.enum(fundSources)),
  funder: optional(line),
  indicator: optional(line),
  target: optional(line),
  carriedFromId: optional(id),
  position: optional(count),
});

/** One report of how an action stands. Append only: the latest received one is the action's status. */
export const ProgressFields = z.object({
  actionId: id,
  status: z.enum(actionStatuses),
  date: isoDate,
  note: optional(prose),
  blocker: optional(line),
  milestone: optional(line),
  photoId: optional(id),
  office: z.enum(offices),
  visitId: optional(id),
});

/** Another person of another office says whether a progress report is true. */
/** Nation-wide, dated: after how many days a late action shows to whom. The order of the two is the table's constraint. */
export const EscalationFields = z.object({
  from: isoDate,
  healthCentreDays: z.number().int().min(1).max(365),
  governorDays: z.number().int().min(1).max(365),
});

export const ConfirmationFields = z.object({
  progressId: id,
  confirmed: z.boolean(),
  date: isoDate,
  office: z.enum(offices),
  note: optional(prose),
});

export const EndorsementFields = z.object({
  planId: id,
  office: z.enum(offices),
  date: isoDate,
  note: optional(line),
});

/** The poster's link: 128 random bits as 22 characters of base64url, made on the device. */
export const ShareFields = z.object({
  planId: id,
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  validUntil: optional(isoDate),
  revoked: z.boolean(),
});

export type Plan = z.infer<typeof PlanFields>;
export type Action = z.infer<typeof ActionFields>;
export type ActionStatus = (typeof actionStatuses)[number];
export type Office = (typeof offices)[number];
export type Progress = z.infer<typeof ProgressFields>;
export type Confirmation = z.infer<typeof ConfirmationFields>;
