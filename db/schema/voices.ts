import { sql } from "drizzle-orm";
import { boolean, check, index, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./own-rows";
import { applicationRole } from "./policies";

const place = () => ({ districtId: uuid("district_id").notNull(), villageId: uuid("village_id") });
const coveredText =
  "district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])";
const covered = sql.raw(coveredText);
/** Where the reader passes words on or withholds them; until then nobody else reads them. */
const moderated = sql.raw(
  "district_id = any((select app_voice_districts())::uuid[]) or village_id = any((select app_voice_villages())::uuid[])",
);
const policy = (name: string, kind: "select" | "update", using = covered) =>
  pgPolicy(name, {
    as: "permissive",
    for: kind,
    to: applicationRole,
    using,
    ...(kind === "update" ? { withCheck: using } : {}),
  });

/**
 * What somebody who holds a poster's link says of an action: done, or not. No change of the programme, no person, no device,
 * no address; written by `say_voice` alone (db/sql/after/59-voices.sql).
 */
export const voices = pgTable(
  "voices",
  {
    id: uuid("id").primaryKey(),
    ...place(),
    shareId: uuid("share_id").notNull(),
    actionId: uuid("action_id").notNull(),
    done: boolean("done").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    index("voices_action").on(t.actionId, t.at),
    index("voices_share").on(t.shareId, t.at),
    index("voices_district").on(t.districtId),
    policy("voices_scope", "select"),
    policy("voices_nation", "select", sql.raw("(select app_nation())")),
  ],
);

export const wordStates = ["waiting", "passed", "withheld"] as const;
export type WordState = (typeof wordStates)[number];

/** The short word said with it. Beyond the district's office only once somebody there has passed it. */
export const voiceWords = pgTable(
  "voice_words",
  {
    voiceId: uuid("voice_id")
      .primaryKey()
      .references(() => voices.id, { onDelete: "cascade" }),
    ...place(),
    words: text("words").notNull(),
    state: text("state").$type<WordState>().notNull().default("waiting"),
    at: moment("at").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by"),
  },
  (t) => [
    index("voice_words_waiting").on(t.districtId, t.state, t.at),
    check("voice_words_state", sql`state in ('waiting', 'passed', 'withheld')`),
    check("voice_words_length", sql`length(words) between 1 and 280`),
    policy("voice_words_scope", "select", sql.raw(`(${coveredText}) and state = 'passed'`)),
    policy("voice_words_moderated", "select", moderated),
    policy("voice_words_decided", "update", moderated),
    policy("voice_words_nation", "select", sql.raw("(select app_nation()) and state = 'passed'")),
  ],
);
