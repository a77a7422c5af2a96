import "server-only";
import { asc, eq } from "drizzle-orm";
import { withScope } from "@/db/client";
import { changePayloads, changes, subjects } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { chainHash } from "./digest";

export type HistoryEntry = Readonly<{
  changeId: string;
  kind: string;
  status: string;
  authorId: string;
  madeAt: string;
  receivedAt: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  why: string | null;
  erased: boolean;
}>;

export type History = Readonly<{ type: string; chainHolds: boolean; entries: readonly HistoryEntry[] }>;

/** Every change of one record, oldest first, and whether its chain of hashes still holds. */
export function historyOf(actor: Actor, subject: string): Promise<History> {
  return withScope(actor.scope, async (tx) => {
    const [head] = await tx.select().from(subjects).where(eq(subjects.id, subject));
    if (!head) throw new AppError("not_found");
    requireCan(actor, "history.read", { districtId: head.districtId, villageId: head.villageId });
    const rows = await tx
      .select({ change: changes, payload: changePayloads })
      .from(changes)
      .innerJoin(changePayloads, eq(changePayloads.changeId, changes.id))
      .where(eq(changes.subjectId, subject))
      .orderBy(asc(changes.seq));
    let hash = "";
    let chainHolds = true;
    for (const { change } of rows) {
      hash = chainHash(hash, change.id, change.digest, change.status);
      chainHolds &&= hash === change.hash;
    }
    return { type: head.type, chainHolds: chainHolds && hash === head.headHash, entries: rows.map(entryOf) };
  });
}

type Row = { change: typeof changes.$inferSelect; payload: typeof changePayloads.$inferSelect };

const entryOf = ({ change, payload }: Row): HistoryEntry => ({
  changeId: change.id,
  kind: change.kind,
  status: change.status,
  authorId: change.authorId,
  madeAt: change.madeAt.toISOString(),
  receivedAt: change.receivedAt.toISOString(),
  before: payload.before,
  after: payload.after,
  why: payload.why,
  erased: payload.erasedAt !== null,
});
