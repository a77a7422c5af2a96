import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { adminOrMine, bytea, mine, moment, policy } from "./own-rows";
import { users } from "./people";

/** What another system signs in with as a person. Only the token's hash is kept; the token is shown once. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    uniqueIndex("api_tokens_hash").on(t.tokenHash),
    index("api_tokens_user").on(t.userId),
    check("api_tokens_name", sql`length(name) between 1 and 100`),
    policy("api_tokens_seen", "select", adminOrMine("user_id")),
    policy("api_tokens_made", "insert", mine("user_id")),
    policy("api_tokens_revoked", "update", adminOrMine("user_id")),
  ],
);
