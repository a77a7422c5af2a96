import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { recordColumns, textList } from "./columns";
import { districtPolicy } from "./policies";

export const dialogues = pgTable(
  "dialogues",
  {
    ...recordColumns(),
    date: date("date").notNull(),
    chair: text("chair").notNull(),
    venue: text("venue"),
    villages: integer("villages"),
    women: integer("women"),
    men: integer("men"),
    agenda: textList("agenda"),
    decisions: textList("decisions"),
    note: text("note"),
    nextDate: date("next_date"),
    themes: textList("themes"),
  },
  (t) => [index("dialogues_district").on(t.districtId, t.date), ...districtPolicy("dialogues")],
);
