import { jsonb, timestamp, uuid } from "drizzle-orm/pg-core";

/** Columns every located record carries; `district_id` is the district that holds the place today. */
export const recordColumns = () => ({
  id: uuid("id").primaryKey(),
  districtId: uuid("district_id").notNull(),
  villageId: uuid("village_id"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  createdBy: uuid("created_by").notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  updatedBy: uuid("updated_by").notNull(),
  deletedAt: timestamp("deleted_at", { withTimezone: true }),
});

/** The same without a place: programme-wide records of the ministry. */
export const nationalColumns = () => {
  const { districtId: _d, villageId: _v, ...rest } = recordColumns();
  return rest;
};

export const textList = (name: string) => jsonb(name).$type<string[]>();
