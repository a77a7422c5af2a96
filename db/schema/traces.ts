import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { admin, adminOrMine, mine, moment, policy, today } from "./own-rows";
import { users } from "./people";

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
