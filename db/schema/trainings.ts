import { date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { districtPolicy } from "./policies";

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
  (t) => [index("trainings_district").on(t.districtId, t.date), ...districtPolicy("trainings")],
);
