import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { facilities } from "./facilities";
import { admin, adminOrMine, moment, policy, supervised } from "./own-rows";
import { places } from "./places";

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
    /** A governor's office wants the week by e-mail. */
    weeklyDigest: boolean("weekly_digest").notNull().default(true),
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
