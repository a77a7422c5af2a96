import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { serverState } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { ServerMoment } from "./wire";

/** The id that every restore renews, and the server's own time: a phone's may be wrong by years. */
export const serverMoment = (actor: Actor): Promise<ServerMoment> => withScope(actor.scope, momentWithin);

export async function momentWithin(tx: Transaction): Promise<ServerMoment> {
  const [row] = await tx.select({ epoch: serverState.epoch, at: sql<string>`now()` }).from(serverState);
  if (!row) throw new AppError("unavailable");
  return { epoch: row.epoch, at: new Date(row.at).toISOString() };
}
