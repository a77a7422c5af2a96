import { date, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { moment } from "./own-rows";
import { users } from "./people";

/** One row for each weekly message that was taken in hand. No policy: only the functions of `90-digest.sql` reach it. */
export const digests = pgTable(
  "digests",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** Its Monday. */
    week: date("week").notNull(),
    tries: smallint("tries").notNull().default(1),
    sentAt: moment("sent_at"),
    /** When it may be tried again after it could not be sent; null while somebody is at it. */
    retryAt: moment("retry_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.week] })],
).enableRLS();
