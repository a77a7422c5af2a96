import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyWithin } from "@/lib/changes/apply";
import type { Change } from "@/lib/changes/schema";

/** One transaction per story: thousands of changes, each through the one write path, without a commit for each. */
export async function applyAll(actor: Actor, changes: readonly Change[]): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    for (const change of changes) {
      const answer = await applyWithin(tx, actor, change);
      if (answer.status !== "accepted")
        throw new Error(`Demonstration: ${change.kind} ${answer.status} ${answer.code ?? ""}`);
    }
  });
}
