import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { passwordFits } from "./passwords";
import { unwrapFor } from "./programme-key";
import { passwordHashOf } from "./store";
import { countTry, forgetTries } from "./throttle";
import { hashOf } from "./tokens";

type Asked = Readonly<{ wrapped: string; password: string; token: string }>;

/**
 * The key of this person's own locked phone, after their password once more: a session alone may be a found phone's.
 * Noted among what happened to the account. Throws `forbidden` for a wrong password or another person's key.
 */
export async function recoverKey(actor: Actor, { wrapped, password, token }: Asked): Promise<string> {
  const tries = `recovery ${actor.userId}`;
  await countTry("secondFactor", tries);
  if (!(await isTrulyThem(actor, password, token))) throw new AppError("forbidden", { reason: "password" });
  const key = unwrapFor(actor.userId, wrapped);
  await forgetTries("secondFactor", tries);
  await withScope(actor.scope, (tx) => tx.execute(sql`select device_key_given()`));
  return key;
}

/** Who signs in through their institution has no password here: they must just have done so. */
async function isTrulyThem(actor: Actor, password: string, token: string): Promise<boolean> {
  const stored = await passwordHashOf(hashOf(token));
  if (stored) return password.length > 0 && password.length <= 1000 && passwordFits(stored, password);
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{
      fresh: boolean;
    }>(sql`select federated and created_at > now() - interval '10 minutes' as fresh
      from sessions where id = ${actor.sessionId}`),
  );
  return row?.fresh === true;
}
