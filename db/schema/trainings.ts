import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { applicationRole, districtPolicy } from "./policies";

const mentors = sql.raw("district_id = any((select app_mentorship_districts())::uuid[])");

export const trainings = pgTable(
  "trainings",
  {
    ...recordColumns(),
    topic: text("topic").notNull(),
    title: text("title"),
    facilityId: uuid("facility_id"),
    date: date("date").notNull(),
    days: integer("days"),
    attendees: jsonb("attendees").$type<{ role: string; people: number }[]>(),
    scores: jsonb("scores").$type<{ pre: number; post: number }[]>(),
    refresherDue: date("refresher_due"),
    refreshesId: uuid("refreshes_id"),
    note: text("note"),
  },
  (t) => [
    index("trainings_district").on(t.districtId, t.date),
    ...districtPolicy("trainings"),
    pgPolicy("trainings_mentors", {
      as: "permissive",
      for: "all",
      to: applicationRole,
      using: mentors,
      withCheck: mentors,
    }),
  ],
);
