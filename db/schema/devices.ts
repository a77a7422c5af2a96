import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { adminOrMine, mine, moment, policy, supervised } from "./own-rows";
import { users } from "./people";

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
