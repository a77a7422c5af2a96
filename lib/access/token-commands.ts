import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import { apiTokens } from "@/db/schema/api-tokens";
import { uuidv7 } from "@/lib/changes/uuid";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { tokenMark } from "./api-token";
import { can } from "./can";
import { hashOf, newToken } from "./tokens";

export const NewApiToken = z.object({
  name: z.string().trim().min(1).max(100),
  days: z.coerce.number().int().min(1).max(365),
});
export const OneApiToken = z.object({ tokenId: z.uuid() });

/** Whom other systems may stand in for: who sends values, who reads published tables. */
export const maySpeak = (actor: Actor): boolean =>
  can(actor, "values.import") || can(actor, "published.read");

const mostTokens = 10;
const living = (actor: Actor) =>
  and(eq(apiTokens.userId, actor.userId), isNull(apiTokens.revokedAt), sql`expires_at > now()`);

/** A token for another system to work as this person. It is the answer, and nowhere kept. */
export async function createApiToken(
  actor: Actor,
  { name, days }: z.output<typeof NewApiToken>,
): Promise<string> {
  if (!maySpeak(actor)) throw new AppError("forbidden");
  const token = `${tokenMark}${newToken()}`;
  await withScope(actor.scope, async (tx) => {
    const known = await tx.select({ id: apiTokens.id }).from(apiTokens).where(living(actor));
    if (known.length >= mostTokens) throw new AppError("conflict", { fields: { name: "too_many" } });
    await tx.insert(apiTokens).values({
      id: uuidv7(),
      userId: actor.userId,
      name,
      tokenHash: hashOf(token),
      expiresAt: new Date(now().getTime() + days * 86_400_000),
    });
  });
  return token;
}

/** From the next request on it opens nothing. */
export async function revokeApiToken(actor: Actor, { tokenId }: { tokenId: string }): Promise<void> {
  const own = and(eq(apiTokens.id, tokenId), eq(apiTokens.userId, actor.userId), isNull(apiTokens.revokedAt));
  await withScope(actor.scope, (tx) => tx.update(apiTokens).set({ revokedAt: now() }).where(own));
}

export type OwnToken = Readonly<{
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}>;

/** One's own living tokens, the newest first. */
export async function apiTokensOf(actor: Actor): Promise<OwnToken[]> {
  const { id, name, createdAt, expiresAt, lastUsedAt } = apiTokens;
  return withScope(actor.scope, (tx) =>
    tx
      .select({ id, name, createdAt, expiresAt, lastUsedAt })
      .from(apiTokens)
      .where(living(actor))
      .orderBy(sql`created_at desc`),
  );
}
