import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { nationalColumns, recordColumns, textList } from "./columns";
import { applicationRole, nationalPolicy } from "./policies";

/** Who was scored and how: for mentors and the district health office alone, also when a query forgets it (0049). */
const mentorshipPolicy = (table: string) => {
  const covered = sql.raw("district_id = any((select app_mentorship_districts())::uuid[])");
  return pgPolicy(`${table}_mentorship`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: covered,
    withCheck: covered,
  });
};

type Words = { lo: string; en: string };

export const checklists = pgTable(
  "checklists",
  {
    ...nationalColumns(),
    tool: text("tool").notNull(),
    series: text("series").notNull(),
    version: integer("version").notNull(),
    nameLo: text("name_lo").notNull(),
    nameEn: text("name_en").notNull(),
    wording: text("wording").notNull(),
    source: text("source"),
    passPercent: integer("pass_percent").notNull(),
    sections: jsonb("sections").$type<{ code: string; text: Words }[]>().notNull(),
    items: jsonb("items")
      .$type<{ code: string; section: string; text: Words; critical: boolean; advice?: Words | null }[]>()
      .notNull(),
  },
  (t) => [
    uniqueIndex("checklists_version").on(t.series, t.version),
    ...nationalPolicy("checklists", "app_admin", "app_national_writer"),
  ],
);

export const mentors = pgTable(
  "mentors",
  {
    ...recordColumns(),
    name: text("name").notNull(),
    level: text("level").notNull(),
    profession: text("profession").notNull(),
    facilityId: uuid("facility_id"),
    from: date("from_date").notNull(),
    to: date("to_date"),
  },
  (t) => [index("mentors_district").on(t.districtId), mentorshipPolicy("mentors")],
);

export const mentees = pgTable(
  "mentees",
  {
    ...recordColumns(),
    name: text("name").notNull(),
    profession: text("profession").notNull(),
    facilityId: uuid("facility_id").notNull(),
    mentorId: uuid("mentor_id"),
    track: text("track").notNull(),
    from: date("from_date").notNull(),
    replacesId: uuid("replaces_id"),
    /** Summary of the latest received status. */
    status: text("status").notNull().default("active"),
    statusDate: date("status_date"),
    statusUntil: date("status_until"),
  },
  (t) => [index("mentees_district").on(t.districtId), mentorshipPolicy("mentees")],
);

export const menteeStatuses = pgTable(
  "mentee_statuses",
  {
    ...recordColumns(),
    menteeId: uuid("mentee_id").notNull(),
    status: text("status").notNull(),
    date: date("date").notNull(),
    reason: text("reason"),
    until: date("until_date"),
  },
  (t) => [
    index("mentee_statuses_district").on(t.districtId),
    index("mentee_statuses_mentee").on(t.menteeId),
    mentorshipPolicy("mentee_statuses"),
  ],
);

export const mentoringSessions = pgTable(
  "mentoring_sessions",
  {
    ...recordColumns(),
    startDate: date("start_date").notNull(),
    endDate: date("end_date"),
    venue: text("venue").notNull(),
    facilityId: uuid("facility_id"),
    mentorIds: textList("mentor_ids"),
    costKip: bigint("cost_kip", { mode: "number" }),
    fundSource: text("fund_source"),
    inBudget: boolean("in_budget"),
    note: text("note"),
  },
  (t) => [
    index("mentoring_sessions_district").on(t.districtId, t.startDate),
    mentorshipPolicy("mentoring_sessions"),
  ],
);

export const assessments = pgTable(
  "assessments",
  {
    ...recordColumns(),
    sessionId: uuid("session_id").notNull(),
    checklistId: uuid("checklist_id").notNull(),
    menteeId: uuid("mentee_id"),
    facilityId: uuid("facility_id").notNull(),
    date: date("date").notNull(),
    finished: boolean("finished"),
    note: text("note"),
    /** By item code: done, not_done, na; null for a mark taken back. */
    marks: jsonb("marks").$type<Record<string, "done" | "not_done" | "na" | null>>().notNull().default({}),
  },
  (t) => [
    index("assessments_district").on(t.districtId),
    index("assessments_mentee").on(t.menteeId),
    mentorshipPolicy("assessments"),
  ],
);

export const nextSteps = pgTable(
  "next_steps",
  {
    ...recordColumns(),
    sessionId: uuid("session_id").notNull(),
    menteeId: uuid("mentee_id"),
    facilityId: uuid("facility_id"),
    itemCode: text("item_code"),
    what: text("what").notNull(),
    lead: text("lead").notNull(),
    date: date("date").notNull(),
    due: date("due"),
    status: text("status").notNull(),
    statusDate: date("status_date"),
    note: text("note"),
  },
  (t) => [index("next_steps_district").on(t.districtId), mentorshipPolicy("next_steps")],
);
