import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { nationalColumns, recordColumns, textList } from "./columns";
import { districtPolicy, nationalPolicy } from "./policies";

export const plans = pgTable(
  "plans",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    title: text("title"),
    status: text("status").notNull(),
    agreedDate: date("agreed_date"),
    displayedDate: date("displayed_date"),
    displayPlace: text("display_place"),
    displayPhotoId: uuid("display_photo_id"),
    nextReview: date("next_review"),
    previousPlanId: uuid("previous_plan_id"),
    visitOffsets: jsonb("visit_offsets").$type<number[]>(),
  },
  (t) => [
    index("plans_workshop").on(t.workshopId),
    index("plans_district").on(t.districtId),
    index("plans_village").on(t.villageId),
    ...districtPolicy("plans"),
  ],
);

export const actions = pgTable(
  "actions",
  {
    ...recordColumns(),
    planId: uuid("plan_id").notNull(),
    problemId: uuid("problem_id"),
    solutionId: uuid("solution_id"),
    what: text("what").notNull(),
    level: text("level").notNull(),
    lead: text("lead"),
    leadNote: text("lead_note"),
    support: textList("support"),
    start: date("start"),
    due: date("due"),
    resources: text("resources"),
    costKip: bigint("cost_kip", { mode: "number" }),
    fundSource: text("fund_source"),
    funder: text("funder"),
    indicator: text("indicator"),
    target: text("target"),
    carriedFromId: uuid("carried_from_id"),
    position: integer("position"),
    /** Summary of the latest received progress report; written only by the change path. */
    status: text("status").notNull().default("not_started"),
    statusDate: date("status_date"),
    statusReportId: uuid("status_report_id"),
    statusReceivedAt: timestamp("status_received_at", { withTimezone: true }),
  },
  (t) => [
    index("actions_plan").on(t.planId),
    index("actions_district").on(t.districtId, t.status, t.due),
    index("actions_village").on(t.villageId),
    index("actions_problem").on(t.problemId),
    ...districtPolicy("actions"),
  ],
);

export const progressReports = pgTable(
  "progress_reports",
  {
    ...recordColumns(),
    actionId: uuid("action_id").notNull(),
    status: text("status").notNull(),
    date: date("date").notNull(),
    note: text("note"),
    blocker: text("blocker"),
    milestone: text("milestone"),
    photoId: uuid("photo_id"),
    office: text("office").notNull(),
    visitId: uuid("visit_id"),
  },
  (t) => [index("progress_reports_action").on(t.actionId), ...districtPolicy("progress_reports")],
);

export const confirmations = pgTable(
  "confirmations",
  {
    ...recordColumns(),
    progressId: uuid("progress_id").notNull(),
    confirmed: boolean("confirmed").notNull(),
    date: date("date").notNull(),
    office: text("office").notNull(),
    note: text("note"),
  },
  (t) => [index("confirmations_progress").on(t.progressId), ...districtPolicy("confirmations")],
);

export const endorsements = pgTable(
  "endorsements",
  {
    ...recordColumns(),
    planId: uuid("plan_id").notNull(),
    office: text("office").notNull(),
    date: date("date").notNull(),
    note: text("note"),
  },
  (t) => [index("endorsements_plan").on(t.planId), ...districtPolicy("endorsements")],
);

export const shares = pgTable(
  "shares",
  {
    ...recordColumns(),
    planId: uuid("plan_id").notNull(),
    token: text("token").notNull(),
    validUntil: date("valid_until"),
    revoked: boolean("revoked").notNull(),
  },
  (t) => [
    uniqueIndex("shares_token").on(t.token),
    index("shares_plan").on(t.planId),
    ...districtPolicy("shares"),
  ],
);

/** After how many days a late action shows to the health centre's head and to the governor, from a day on. */
export const escalationSettings = pgTable(
  "escalation_settings",
  {
    ...nationalColumns(),
    from: date("from_date").notNull(),
    healthCentreDays: integer("health_centre_days").notNull(),
    governorDays: integer("governor_days").notNull(),
  },
  (t) => [
    check(
      "escalation_settings_order",
      sql`${t.healthCentreDays} between 1 and ${t.governorDays} and ${t.governorDays} <= 365`,
    ),
    ...nationalPolicy("escalation_settings", "app_admin", "app_national_writer"),
  ],
);
