import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applicationRole } from "./policies";

const keeper = sql.raw("(select app_admin())");
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Changes whose signer could not be believed. They wait for an administrator and are never dropped. */
export const quarantinedChanges = pgTable(
  "quarantined_changes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    changeId: uuid("change_id").notNull(),
    digest: text("digest").notNull(),
    reason: text("reason").notNull(),
    deviceId: uuid("device_id"),
    /** Whom the device is registered to; null when the signature proves nobody. */
    authorId: uuid("author_id"),
    carrierId: uuid("carrier_id").notNull(),
    change: jsonb("change").$type<Record<string, unknown>>().notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
    state: text("state").notNull().default("open"),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by"),
    why: text("why"),
  },
  (t) => [
    uniqueIndex("quarantined_changes_once").on(t.changeId, t.digest, t.reason),
    index("quarantined_changes_open").on(t.receivedAt).where(sql`state = 'open'`),
    check(
      "quarantined_changes_reason_known",
      sql`${t.reason} in ('device_revoked', 'account_closed', 'unknown_device', 'unsigned', 'signature')`,
    ),
    check("quarantined_changes_state_known", sql`${t.state} in ('open', 'released', 'discarded')`),
    pgPolicy("quarantined_changes_seen", {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: keeper,
    }),
    pgPolicy("quarantined_changes_decided", {
      as: "permissive",
      for: "update",
      to: applicationRole,
      using: keeper,
      withCheck: keeper,
    }),
  ],
);
