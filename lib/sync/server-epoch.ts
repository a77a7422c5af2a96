import "server-only";
import { withScope } from "@/db/client";
import { serverState } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";

/** The id that every restore renews. */
export async function serverEpoch(actor: Actor): Promise<string> {
  const [row] = await withScope(actor.scope, (tx) =>
    tx.select({ epoch: serverState.epoch }).from(serverState),
  );
  if (!row) throw new AppError("unavailable");
  return row.epoch;
}
