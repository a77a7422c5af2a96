import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyWithin } from "./apply";
import { mustApply } from "./must-apply";
import type { Change, ChangeAnswer } from "./schema";

/** The same form sent again carries the same id but a later moment: what was taken the first time stands. */
export async function applyOnce(tx: Transaction, actor: Actor, change: Change): Promise<ChangeAnswer> {
  if (await takenBefore(tx, change.id)) return { id: change.id, status: "duplicate" };
  return mustApply(await applyWithin(tx, actor, change));
}

/** For commands that look before they write: what a form sent before would see is its own doing. */
export async function takenBefore(tx: Transaction, changeId: string): Promise<boolean> {
  const [known] = await tx.execute<{ digest: string | null }>(
    sql`select change_digest(${changeId}) as digest`,
  );
  return Boolean(known?.digest);
}
