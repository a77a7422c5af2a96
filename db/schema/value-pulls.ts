import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { admin, moment } from "./own-rows";
import { users } from "./people";
import { applicationRole } from "./policies";
import { type IdScheme, type ImportStrategy, valueImports } from "./value-imports";

export type PullRhythm = "daily" | "monthly";
export type PullKind = "schedule" | "hand" | "trial";
export type PullRunState = "waiting" | "running" | "done" | "stopped" | "failed";
export type PullPartState = "waiting" | "done" | "failed";

const forAdministrators = (table: string) =>
  pgPolicy(`${table}_admin`, {
    for: "all",
    to: applicationRole,
    using: sql.raw(admin),
    withCheck: sql.raw(admin),
  });

/** What is fetched from the country's DHIS2 and when: one row. `sealed` is read by `auth_next_pull` only. */
export const valuePulls = pgTable(
  "value_pulls",
  {
    id: uuid("id").primaryKey(),
    address: text("address").notNull(),
    dataSets: text("data_sets").array().notNull(),
    orgUnits: text("org_units").array().notNull(),
    children: boolean("children").notNull(),
    unitScheme: text("unit_scheme").$type<IdScheme>().notNull(),
    elementScheme: text("element_scheme").$type<IdScheme>().notNull(),
    strategy: text("strategy").$type<ImportStrategy>().notNull(),
    months: smallint("months").notNull(),
    rhythm: text("rhythm").$type<PullRhythm>().notNull(),
    /** Of the month, and of the day in Vientiane. */
    day: smallint("day").notNull(),
    hour: smallint("hour").notNull(),
    /** Since when it is fetched by itself; null: only when somebody asks. */
    activeSince: moment("active_since"),
    /** Token, or name and password, under the installation's secret. */
    sealed: text("sealed"),
    /** Kind of the secret, and the only server it is sent to. */
    secretKind: text("secret_kind").$type<"token" | "password">(),
    secretFor: text("secret_for"),
    setBy: uuid("set_by")
      .notNull()
      .references(() => users.id),
    setAt: moment("set_at").notNull().defaultNow(),
  },
  () => [
    uniqueIndex("value_pulls_one").on(sql`(true)`),
    check(
      "value_pulls_when",
      sql`day between 1 and 28 and hour between 0 and 23 and months between 1 and 24`,
    ),
    check("value_pulls_secret", sql`(sealed is null) = (secret_for is null)`),
    forAdministrators("value_pulls"),
  ],
);

/** What a run asks for: the setting as it stood, without the secret. */
export type PullAsked = Readonly<{
  address: string;
  dataSets: readonly string[];
  orgUnits: readonly string[];
  children: boolean;
  unitScheme: IdScheme;
  elementScheme: IdScheme;
  strategy: ImportStrategy;
  months: number;
}>;

/** The journal: each time values were fetched, or were to be. One at a time is under way. */
export const valuePullRuns = pgTable(
  "value_pull_runs",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<PullKind>().notNull(),
    asked: jsonb("asked").$type<PullAsked>().notNull(),
    /** The hour it was due, so that each is taken once. */
    slot: moment("slot"),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => users.id),
    askedAt: moment("asked_at").notNull().defaultNow(),
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
    state: text("state").$type<PullRunState>().notNull().default("waiting"),
    problem: text("problem"),
    detail: text("detail"),
    /** The server process that is at it, and until when it is believed to be. */
    holder: uuid("holder"),
    heldUntil: moment("held_until"),
  },
  (t) => [
    uniqueIndex("value_pull_runs_slot").on(t.slot),
    uniqueIndex("value_pull_runs_under_way").on(sql`(true)`).where(sql`state in ('waiting', 'running')`),
    index("value_pull_runs_asked").on(t.askedAt),
    forAdministrators("value_pull_runs"),
  ],
);

/** One request of a run: one month of one organisation unit. */
export const valuePullParts = pgTable(
  "value_pull_parts",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => valuePullRuns.id, { onDelete: "cascade" }),
    no: integer("no").notNull(),
    period: integer("period").notNull(),
    orgUnit: text("org_unit").notNull(),
    state: text("state").$type<PullPartState>().notNull().default("waiting"),
    tries: smallint("tries").notNull().default(0),
    nextTryAt: moment("next_try_at"),
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
    httpStatus: smallint("http_status"),
    problem: text("problem"),
    detail: text("detail"),
    counts: jsonb("counts").$type<Readonly<Record<string, number>>>(),
    importId: uuid("import_id").references(() => valueImports.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.no] }),
    index("value_pull_parts_import").on(t.importId),
    forAdministrators("value_pull_parts"),
  ],
);
