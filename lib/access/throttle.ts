import "server-only";
import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { emptyScope, withScope } from "@/db/client";
import { AppError } from "@/lib/errors";

type Query = { text: string; values: unknown[] };

// The library writes $1, $2 …; drizzle binds its own, so each mark becomes a bound value.
function bound({ text, values }: Query): SQL {
  const parts = text
    .split(/(\$\d+)/)
    .map((part) => (/^\$\d+$/.test(part) ? sql`${values[Number(part.slice(1)) - 1]}` : sql.raw(part)));
  return sql.join(parts);
}

const storeClient = {
  query: (query: Query) =>
    withScope(emptyScope, async (tx) => {
      const rows = await tx.execute(bound(query));
      return { rows: [...rows], rowCount: rows.count };
    }),
};

const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "sign_in_throttle",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });

const minute = 60;
// Narrow first: a stranger elsewhere cannot lock a person out with a few tries, and an office shares one address.
const limits = {
  pair: limiter("pair", 8, 15 * minute),
  login: limiter("login", 60, 60 * minute),
  address: limiter("address", 150, 15 * minute),
  code: limiter("code", 20, 15 * minute),
  secondFactor: limiter("second", 8, 15 * minute),
  token: limiter("token", 60, minute),
  stranger: limiter("stranger", 60, 15 * minute),
};
export type Limit = keyof typeof limits;

const keyOf = (what: string) => createHash("sha256").update(what).digest("base64url");

/** Counts one try; throws `throttled` with the minutes to wait once there were too many. */
export async function countTry(limit: Limit, what: string): Promise<void> {
  try {
    await limits[limit].consume(keyOf(what));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new AppError("throttled", { minutes: Math.ceil(seconds / 60), retryAfter: seconds });
  }
}

export async function forgetTries(limit: Limit, what: string): Promise<void> {
  await limits[limit].delete(keyOf(what));
}

/** A sign-in is counted three ways before the password is looked at, so that the answer is the same for any login. */
export async function countSignIn(login: string, ipPrefix: string): Promise<void> {
  await countTry("address", ipPrefix);
  await countTry("login", login);
  await countTry("pair", `${login} ${ipPrefix}`);
}

export async function forgetSignIns(login: string, ipPrefix: string): Promise<void> {
  await forgetTries("pair", `${login} ${ipPrefix}`);
  await forgetTries("login", login);
}
