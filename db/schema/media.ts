import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { recordColumns } from "./columns";
import { districtPolicy, sensitivePolicy } from "./policies";

export const photos = pgTable(
  "photos",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    purpose: text("purpose").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    type: text("type").notNull(),
    caption: text("caption"),
    takenAt: timestamp("taken_at", { withTimezone: true, mode: "string" }),
    sensitive: boolean("sensitive").notNull(),
    coveredFromId: uuid("covered_from_id"),
    coveredConfirmed: boolean("covered_confirmed"),
    locationKept: boolean("location_kept"),
    location: jsonb("location"),
    /** Set when the picture itself has arrived and its content matched the hash and type. */
    storedAt: timestamp("stored_at", { withTimezone: true }),
  },
  (t) => [
    index("photos_workshop").on(t.workshopId),
    index("photos_sha256").on(t.sha256),
    ...districtPolicy("photos"),
    sensitivePolicy("photos"),
  ],
);
