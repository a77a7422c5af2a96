import { sql } from "drizzle-orm";
import { check, date, timestamp } from "drizzle-orm/pg-core";

// Columns of what stands from a day until another: half open, either end may be unknown.
export const from = () => date("valid_from");
export const to = () => date("valid_to");
export const period = (table: string) =>
  check(`${table}_period`, sql.raw("valid_to is null or valid_from is null or valid_from < valid_to"));
export const moments = () => ({
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
