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
    const holds = chainHolds(
      rows.map(({ change }) => change),
      head.headHash,
    );
    return { type: head.type, chainHolds: holds, entries: rows.map(entryOf) };
  });
}

export type ChainLink = Readonly<{ id: string; digest: string; status: string; hash: string }>;

/** Whether each change of a record, oldest first, follows from the one before, up to the head that the record keeps. */
export function chainHolds(links: readonly ChainLink[], headHash: string): boolean {
  let before = "";
  for (const { id, digest, status, hash } of links) {
    before = chainHash(before, id, digest, status);
    if (before !== hash) return false;
  }
  return before === headHash;
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
