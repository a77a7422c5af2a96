import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { admin, adminOrMine, bytea, mine, moment, policy, supervised } from "./own-rows";
import { users } from "./people";
import { applicationRole } from "./policies";

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
