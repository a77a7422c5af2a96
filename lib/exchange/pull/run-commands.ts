import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { withScope } from "@/db/client";
import { valuePullParts, valuePullRuns, valuePulls } from "@/db/schema/value-pulls";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { now } from "@/lib/clock";
import { AppError, sqlState } from "@/lib/errors";
import { settingColumns } from "./setting-commands";

const nowhere = { districtId: null, villageId: null } as const;

const { address, dataSets, orgUnits, children, unitScheme, elementScheme, strategy, months } = settingColumns;
const askedColumns = { address, dataSets, orgUnits, children, unitScheme, elementScheme, strategy, months };

type Ask = Readonly<{ runId: string; kind: "hand" | "trial" }>;

/** Asks for a run now; `trial` writes nothing. The same run asked for twice is one. */
export async function askPull(actor: Actor, { runId, kind }: Ask): Promise<void> {
  requireCan(actor, "values.pull", nowhere);
  await oneAtATime(
    withScope(actor.scope, async (tx) => {
      const [asked] = await tx.select(askedColumns).from(valuePulls);
      if (!asked) throw new AppError("not_found");
      await tx
        .insert(valuePullRuns)
        .values({ id: runId, kind, asked, askedBy: actor.userId, askedAt: now() })
        .onConflictDoNothing({ target: valuePullRuns.id });
    }),
  );
}

/** Goes on with a run that stopped, at the first part that is not done, by the setting as somebody mended it since. */
export async function resumePull(actor: Actor, { runId }: { runId: string }): Promise<void> {
  requireCan(actor, "values.pull", nowhere);
  await oneAtATime(
    withScope(actor.scope, async (tx) => {
      const [run] = await tx.select().from(valuePullRuns).where(eq(valuePullRuns.id, runId)).for("update");
      const [asked] = await tx.select(askedColumns).from(valuePulls);
      if (!run || !asked) throw new AppError("not_found");
      if (run.state !== "stopped" && run.state !== "failed") return;
      const cleared = { problem: null, detail: null, endedAt: null } as const;
      await tx
        .update(valuePullRuns)
        .set({ ...cleared, state: "waiting", asked, askedBy: actor.userId })
        .where(eq(valuePullRuns.id, runId));
      await tx
        .update(valuePullParts)
        .set({ ...cleared, state: "waiting", tries: 0, nextTryAt: null })
        .where(and(eq(valuePullParts.runId, runId), ne(valuePullParts.state, "done")));
    }),
  );
}

/** Ends a run; whoever is at it notices before its next request or write. What is written stays. */
export async function stopPull(actor: Actor, { runId }: { runId: string }): Promise<void> {
  requireCan(actor, "values.pull", nowhere);
  await withScope(actor.scope, async (tx) => {
    const [run] = await tx.select().from(valuePullRuns).where(eq(valuePullRuns.id, runId)).for("update");
    if (!run) throw new AppError("not_found");
    if (run.state !== "waiting" && run.state !== "running") return;
    await tx
      .update(valuePullRuns)
      .set({ state: "stopped", endedAt: now(), holder: null, heldUntil: null })
      .where(eq(valuePullRuns.id, runId));
  });
}

async function oneAtATime(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (sqlState(error) === "23505") throw new AppError("stale", { reason: "under_way" });
    throw error;
  }
}
