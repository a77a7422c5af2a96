import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { facilities, places } from "./places";
import { applicationRole } from "./policies";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const today = sql.raw("(now() at time zone 'Asia/Vientiane')::date");

const policy = (name: string, kind: "select" | "insert" | "update", rule: string) =>
  pgPolicy(name, {
    as: "permissive",
    for: kind,
    to: applicationRole,
    ...(kind === "insert" ? {} : { using: sql.raw(rule) }),
    ...(kind === "select" ? {} : { withCheck: sql.raw(rule) }),
  });

const admin = "(select app_admin())";
/** Once for a statement, not once a row. */
const supervised = (column: string) => `${column} in (select app_supervised())`;
const mine = (column: string) => `${column} = (select app_user())`;
const adminOrMine = (column: string) => `${admin} or ${mine(column)}`;

/** Who may sign in. No secret is kept here: those are in `credentials`, which only the sign-in functions read. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    login: text("login").notNull(),
    displayName: text("display_name").notNull(),
    office: text("office").notNull().default(""),
    email: text("email"),
    phone: text("phone"),
    locale: text("locale").notNull().default("lo"),
    demonstration: boolean("demonstration").notNull().default(false),
    /** Closed. Named as the write path names it: closing an account is its `delete`, opening it again its `undelete`. */
    deletedAt: moment("disabled_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("users_login_key").on(t.login),
    uniqueIndex("users_email_key").on(t.email),
    uniqueIndex("users_phone_key").on(t.phone),
    check(
      "users_login_form",
      sql`${t.login} = lower(btrim(${t.login})) and length(${t.login}) between 3 and 60`,
    ),
    check("users_email_form", sql`${t.email} = lower(${t.email})`),
    check("users_phone_form", sql`${t.phone} ~ '^[0-9]{8,15}$'`),
    check("users_locale_known", sql`${t.locale} in ('lo', 'en')`),
    policy("users_seen", "select", `${adminOrMine("id")} or ${supervised("id")}`),
    policy("users_made", "insert", admin),
    policy("users_changed", "update", adminOrMine("id")),
  ],
);

export const assignments = pgTable(
  "assignments",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role").notNull(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    /** A health centre's people work in its catchment; null means the place itself. */
    facilityId: uuid("facility_id").references(() => facilities.id),
    /** Half open, as periods of places are: `to` is the first day without access. */
    from: date("from_date").notNull(),
    to: date("to_date"),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    index("assignments_user").on(t.userId),
    index("assignments_place").on(t.placeId),
    check(
      "assignments_role_known",
      sql.raw(
        "role in ('facilitator','health_centre','health_office','mentor','governor_office','province','ministry','partner','administrator')",
      ),
    ),
    check("assignments_dates", sql`${t.to} is null or ${t.to} >= ${t.from}`),
    policy("assignments_seen", "select", `${adminOrMine("user_id")} or ${supervised("user_id")}`),
    policy("assignments_made", "insert", admin),
    policy("assignments_changed", "update", admin),
  ],
);

/** Password and second factor. No policy: only the definer functions of people.sql reach it. */
export const credentials = pgTable("credentials", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  passwordHash: text("password_hash"),
  passwordChangedAt: moment("password_changed_at"),
  mustChange: boolean("must_change").notNull().default(false),
  totpSecret: text("totp_secret"),
  totpConfirmedAt: moment("totp_confirmed_at"),
  totpLastStep: bigint("totp_last_step", { mode: "number" }),
  /** A replacement on its way: the present one stands until a code of this one has come. */
  totpNextSecret: text("totp_next_secret"),
}).enableRLS();

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    codeHash: bytea("code_hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
).enableRLS();

/** One row per sign-in. The cookie holds the token, the row only its hash. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytea("token_hash").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    idleSeconds: integer("idle_seconds").notNull(),
    revokedAt: moment("revoked_at"),
    userAgent: text("user_agent").notNull().default(""),
    ipPrefix: text("ip_prefix").notNull().default(""),
    secondFactorAt: moment("second_factor_at"),
    federated: boolean("federated").notNull().default(false),
    /** The phone whose capture screens use this session: withdrawing the phone ends it. */
    deviceId: uuid("device_id"),
  },
  (t) => [
    uniqueIndex("sessions_token_key").on(t.tokenHash),
    index("sessions_user").on(t.userId),
    policy("sessions_seen", "select", adminOrMine("user_id")),
    policy("sessions_ended", "update", adminOrMine("user_id")),
  ],
);

/** Phones that sign changes: the public half of a key that never leaves the device. */
export const devices = pgTable(
  "devices",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    publicKey: jsonb("public_key").$type<JsonWebKey>().notNull(),
    label: text("label").notNull().default(""),
    registeredAt: moment("registered_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    revokedAt: moment("revoked_at"),
    revokedBy: uuid("revoked_by"),
    /** A withdrawn phone has emptied itself. */
    wipedAt: moment("wiped_at"),
    /** What the phone said of itself when it last reported. */
    reportedAt: moment("reported_at"),
    waiting: integer("waiting").notNull().default(0),
    photos: integer("photos").notNull().default(0),
    conflicts: integer("conflicts").notNull().default(0),
    rejects: integer("rejects").notNull().default(0),
  },
  (t) => [
    index("devices_user").on(t.userId),
    policy("devices_seen", "select", `${adminOrMine("user_id")} or ${supervised("user_id")}`),
    policy("devices_registered", "insert", mine("user_id")),
  ],
);

/** Printed, expiring, single-use codes: first password (invite) or a new one (reset). */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey(),
    codeHash: bytea("code_hash").notNull(),
    purpose: text("purpose").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [
    uniqueIndex("invitations_code_key").on(t.codeHash),
    index("invitations_user").on(t.userId),
    check("invitations_purpose_known", sql`${t.purpose} in ('invite', 'reset')`),
    policy("invitations_seen", "select", `${admin} or ${supervised("user_id")}`),
    policy("invitations_made", "insert", `${mine("created_by")} and (${admin} or ${supervised("user_id")})`),
    policy("invitations_withdrawn", "update", `${admin} or ${supervised("user_id")}`),
  ],
);

/** Table of rate-limiter-flexible; its three columns and their order are the library's. Keys are hashed. */
export const signInThrottle = pgTable(
  "sign_in_throttle",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: bigint("expire", { mode: "number" }),
  },
  () => [
    pgPolicy("sign_in_throttle_counted", {
      as: "permissive",
      for: "all",
      to: applicationRole,
      using: sql`true`,
      withCheck: sql`true`,
    }),
  ],
);

/** Who looked at what is kept from most eyes. Written by the reader's own request, read by administrators. */
export const sensitiveReads = pgTable(
  "sensitive_reads",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id").notNull(),
    at: moment("at").notNull().defaultNow(),
    what: text("what").notNull(),
    subjectId: uuid("subject_id"),
    districtId: uuid("district_id"),
  },
  (t) => [
    index("sensitive_reads_at").on(t.at),
    policy("sensitive_reads_seen", "select", admin),
    policy("sensitive_reads_logged", "insert", mine("user_id")),
  ],
);

/** Sign-ins, refusals and changes of secrets: written by the sign-in functions themselves, never changed. */
export const securityEvents = pgTable(
  "security_events",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    at: moment("at").notNull().defaultNow(),
    kind: text("kind").notNull(),
    userId: uuid("user_id"),
    byUserId: uuid("by_user_id"),
    ipPrefix: text("ip_prefix").notNull().default(""),
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [
    index("security_events_user").on(t.userId, t.at),
    policy("security_events_seen", "select", adminOrMine("user_id")),
  ],
);

export const privacyAcceptances = pgTable(
  "privacy_acceptances",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    version: text("version").notNull(),
    acceptedOn: date("accepted_on").notNull().default(today),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.version] }),
    policy("privacy_acceptances_seen", "select", adminOrMine("user_id")),
    policy("privacy_acceptances_made", "insert", mine("user_id")),
  ],
);
