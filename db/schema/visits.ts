import { date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns, textList } from "./columns";
import { districtPolicy } from "./policies";

export const visits = pgTable(
  "visits",
  {
    ...recordColumns(),
    planId: uuid("plan_id").notNull(),
    offsetMonths: integer("offset_months"),
    dueDate: date("due_date"),
    heldDate: date("held_date"),
    level: text("level").notNull(),
    visitors: textList("visitors"),
    checklist: jsonb("checklist"),
    findings: text("findings"),
    nextStep: text("next_step"),
    nextVisitDue: date("next_visit_due"),
    place: text("place"),
    themes: textList("themes"),
  },
  (t) => [
    index("visits_plan").on(t.planId),
    index("visits_district").on(t.districtId),
    ...districtPolicy("visits"),
  ],
);
