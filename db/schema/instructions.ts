import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { districtPolicy } from "./policies";

export const instructions = pgTable(
  "instructions",
  {
    ...recordColumns(),
    actionId: uuid("action_id"),
    workshopId: uuid("workshop_id"),
    about: text("about"),
    dialogueId: uuid("dialogue_id"),
    toOffice: text("to_office").notNull(),
    text: text("text").notNull(),
    date: date("date").notNull(),
    due: date("due"),
    delivery: text("delivery").notNull(),
    withdrawn: boolean("withdrawn"),
    /** Summary of the latest received answer: given, then an answer kind. */
    status: text("status").notNull().default("given"),
    statusDate: date("status_date"),
  },
  (t) => [
    index("instructions_district").on(t.districtId, t.date),
    index("instructions_action").on(t.actionId),
    ...districtPolicy("instructions"),
  ],
);

export const instructionAnswers = pgTable(
  "instruction_answers",
  {
    ...recordColumns(),
    instructionId: uuid("instruction_id").notNull(),
    kind: text("kind").notNull(),
    date: date("date").notNull(),
    office: text("office").notNull(),
    note: text("note"),
  },
  (t) => [
    index("instruction_answers_instruction").on(t.instructionId),
    ...districtPolicy("instruction_answers"),
  ],
);

export const decisions = pgTable(
  "decisions",
  {
    ...recordColumns(),
    actionId: uuid("action_id"),
    workshopId: uuid("workshop_id"),
    text: text("text").notNull(),
    date: date("date").notNull(),
    meeting: text("meeting"),
  },
  (t) => [index("decisions_district").on(t.districtId, t.date), ...districtPolicy("decisions")],
);

export const attentionNotes = pgTable(
  "attention_notes",
  {
    ...recordColumns(),
    about: text("about").notNull(),
    date: date("date").notNull(),
    until: date("until").notNull(),
    reason: text("reason").notNull(),
    level: integer("level").notNull(),
  },
  (t) => [index("attention_notes_district").on(t.districtId), ...districtPolicy("attention_notes")],
);
