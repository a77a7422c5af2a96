import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp } from "drizzle-orm/pg-core";
import { applicationRole } from "./policies";

// Tables about people: each sees the own rows, an administrator all, an office those whom it looks after.
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const moment = (name: string) => timestamp(name, { withTimezone: true });
export const today = sql.raw("(now() at time zone 'Asia/Vientiane')::date");

export const policy = (name: string, kind: "select" | "insert" | "update", rule: string) =>
  pgPolicy(name, {
    as: "permissive",
    for: kind,
    to: applicationRole,
    ...(kind === "insert" ? {} : { using: sql.raw(rule) }),
    ...(kind === "select" ? {} : { withCheck: sql.raw(rule) }),
  });

export const admin = "(select app_admin())";
/** Once for a statement, not once a row. */
export const supervised = (column: string) => `${column} in (select app_supervised())`;
export const mine = (column: string) => `${column} = (select app_user())`;
export const adminOrMine = (column: string) => `${admin} or ${mine(column)}`;
