import { sql } from "drizzle-orm";
import { customType, pgPolicy, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { applicationRole } from "./policies";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * Which transactions touched records of which district; the zero id stands for what belongs to none. Written by triggers
 * alone (db/sql/after/95-touches.sql), read to know whether a reading that is kept still holds (docs/decisions/0051).
 */
export const districtTouches = pgTable(
  "district_touches",
  {
    districtId: uuid("district_id").notNull(),
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.xid] }),
    pgPolicy("district_touches_nobody", {
      as: "restrictive",
      for: "all",
      to: applicationRole,
      using: sql`false`,
    }),
  ],
);
