import { bigint, boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns, textList } from "./columns";
import { districtPolicy } from "./policies";

export const workshops = pgTable(
  "workshops",
  {
    ...recordColumns(),
    module: text("module").notNull(),
    level: text("level").notNull(),
    status: text("status").notNull().default("under_way"),
    title: text("title"),
    startDate: date("start_date").notNull(),
    endDate: date("end_date"),
    venue: text("venue"),
    facilitators: textList("facilitators"),
    languages: textList("languages"),
    interpreter: boolean("interpreter"),
    fundSource: text("fund_source"),
    funder: text("funder"),
    costKip: bigint("cost_kip", { mode: "number" }),
    speakersWomen: integer("speakers_women"),
    speakersMen: integer("speakers_men"),
    stepsDone: textList("steps_done"),
    note: text("note"),
    source: text("source"),
  },
  (t) => [
    index("workshops_district").on(t.districtId, t.startDate),
    index("workshops_village").on(t.villageId, t.startDate),
    ...districtPolicy("workshops"),
  ],
);

export const workshopSessions = pgTable(
  "workshop_sessions",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    kind: text("kind").notNull(),
    held: boolean("held").notNull(),
    minutes: integer("minutes"),
    note: text("note"),
  },
  (t) => [index("workshop_sessions_workshop").on(t.workshopId), ...districtPolicy("workshop_sessions")],
);

export const workshopGroups = pgTable(
  "workshop_groups",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    kind: text("kind").notNull(),
    label: text("label"),
    ethnicGroupId: text("ethnic_group_id"),
    people: integer("people"),
    method: text("method"),
    dotsPerPerson: integer("dots_per_person"),
    tieNote: text("tie_note"),
  },
  (t) => [index("workshop_groups_workshop").on(t.workshopId), ...districtPolicy("workshop_groups")],
);

export const attendanceTallies = pgTable(
  "attendance_tallies",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    sex: text("sex").notNull(),
    ageBand: text("age_band").notNull(),
    ethnicGroupId: text("ethnic_group_id"),
    role: text("role").notNull(),
    disability: boolean("disability"),
    device: uuid("device").notNull(),
    people: integer("people").notNull(),
  },
  (t) => [index("attendance_tallies_workshop").on(t.workshopId), ...districtPolicy("attendance_tallies")],
);

export const commitments = pgTable(
  "commitments",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    party: text("party").notNull(),
    text: text("text").notNull(),
    due: date("due"),
    kept: text("kept"),
    keptNote: text("kept_note"),
    position: integer("position"),
  },
  (t) => [
    index("commitments_workshop").on(t.workshopId),
    index("commitments_district").on(t.districtId),
    ...districtPolicy("commitments"),
  ],
);

export const consents = pgTable(
  "consents",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    use: text("use").notNull(),
    given: boolean("given").notNull(),
    givenBy: text("given_by").notNull(),
    date: date("date").notNull(),
    until: date("until"),
    withdrawnOn: date("withdrawn_on"),
    note: text("note"),
  },
  (t) => [index("consents_workshop").on(t.workshopId), ...districtPolicy("consents")],
);
