import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import {
  applicationRole,
  districtPolicy,
  nationalPolicy,
  nationalRecordPolicy,
  sensitivePolicy,
  type Wall,
  wallPolicies,
} from "./policies";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

const placed = () => ({
  /** Null for programme-wide records. */
  districtId: uuid("district_id"),
  villageId: uuid("village_id"),
  sensitive: boolean("sensitive").notNull().default(false),
  /** Follows from the type of the record. */
  wall: text("wall").$type<Wall>(),
});

/** One row per record: the lock, the merge state, the head of its hash chain. */
export const subjects = pgTable(
  "subjects",
  {
    id: uuid("id").primaryKey(),
    type: text("type").notNull(),
    ...placed(),
    versions: jsonb("versions").$type<Record<string, string>>().notNull().default({}),
    conflicts: jsonb("conflicts").$type<Record<string, unknown[]>>().notNull().default({}),
    headHash: text("head_hash").notNull().default(""),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
  },
  (t) => [
    index("subjects_conflicts").on(t.districtId).where(sql`conflicts <> '{}'::jsonb`),
    ...districtPolicy("subjects"),
    nationalRecordPolicy("subjects"),
    sensitivePolicy("subjects"),
    ...wallPolicies("subjects"),
  ],
);

/** Audit, history, undo and idempotency: append-only for the application. */
export const changes = pgTable(
  "changes",
  {
    id: uuid("id").primaryKey(),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    ...placed(),
    authorId: uuid("author_id").notNull(),
    carrierId: uuid("carrier_id").notNull(),
    deviceId: uuid("device_id"),
    madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
    status: text("status").notNull(),
    digest: text("digest").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("changes_subject").on(t.subjectId, t.seq),
    index("changes_pull").on(t.districtId, t.xid, t.seq),
    ...districtPolicy("changes"),
    nationalRecordPolicy("changes"),
    sensitivePolicy("changes"),
    ...wallPolicies("changes"),
  ],
);

/** What a change said, apart from its chained digest, so that it can be erased and the chain still verifies. */
export const changePayloads = pgTable(
  "change_payloads",
  {
    changeId: uuid("change_id").primaryKey(),
    ...placed(),
    fields: jsonb("fields").$type<Record<string, unknown>>(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    base: jsonb("base").$type<Record<string, string | null>>(),
    why: text("why"),
    erasedAt: timestamp("erased_at", { withTimezone: true }),
    erasedBy: uuid("erased_by"),
    erasedWhy: text("erased_why"),
  },
  () => [
    ...districtPolicy("change_payloads"),
    nationalRecordPolicy("change_payloads"),
    sensitivePolicy("change_payloads"),
    ...wallPolicies("change_payloads"),
  ],
);

/**
 * How often something was taken back in a district: phones compare the numbers and read it anew when they differ. Written by
 * erase_record and mark_sensitive only.
 */
export const recalls = pgTable(
  "recalls",
  {
    districtId: uuid("district_id").primaryKey(),
    /** Records erased: they leave every phone. */
    erased: integer("erased").notNull().default(0),
    /** Records that became sensitive: they leave the phones of those who may not see such ones. */
    withheld: integer("withheld").notNull().default(0),
  },
  () => [pgPolicy("recalls_through_function", { for: "all", to: applicationRole, using: sql`false` })],
);

/** Changes whose parent has not arrived yet; replayed when it does. */
export const heldChanges = pgTable(
  "held_changes",
  {
    id: uuid("id").primaryKey(),
    ...placed(),
    waitsFor: uuid("waits_for").notNull(),
    authorId: uuid("author_id").notNull(),
    carrierId: uuid("carrier_id").notNull(),
    change: jsonb("change").notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("held_changes_waits_for").on(t.waitsFor),
    ...districtPolicy("held_changes"),
    nationalRecordPolicy("held_changes"),
    sensitivePolicy("held_changes"),
    ...wallPolicies("held_changes"),
  ],
);

/** One row: the epoch a restore renews, so that phones send again what the server lost. */
export const serverState = pgTable(
  "server_state",
  {
    id: boolean("id").primaryKey().default(true),
    epoch: uuid("epoch").notNull().default(sql`gen_random_uuid()`),
  },
  () => nationalPolicy("server_state", "app_admin"),
);
