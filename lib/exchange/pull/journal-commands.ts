import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { valuePullParts, valuePullRuns } from "@/db/schema/value-pulls";
import type { TakenPull } from "@/lib/access/pull-run";
import { now, today } from "@/lib/clock";
import type { PullFault } from "./fault";
import { partsOf } from "./question";

export type KeptPart = typeof valuePullParts.$inferSelect;

/** Another process has taken the run, or nobody holds it: what was begun is not to be written. */
export class LostPull extends Error {}

/** Holds the run for two more minutes. */
export async function keepHold({ actor, runId, holder }: TakenPull): Promise<void> {
  const mine = and(
    eq(valuePullRuns.id, runId),
    eq(valuePullRuns.holder, holder),
    eq(valuePullRuns.state, "running"),
  );
  const held = await withScope(actor.scope, (tx) =>
    tx
      .update(valuePullRuns)
      .set({ heldUntil: sql`now() + interval '2 minutes'` })
      .where(mine)
      .returning({ id: valuePullRuns.id }),
  );
  if (held.length === 0) throw new LostPull();
}

/** Writes down what is to be asked, once; a run that goes on has its list already. */
export async function listParts({ actor, runId, asked }: TakenPull): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    const known = await tx
      .select({ no: valuePullParts.no })
      .from(valuePullParts)
      .where(eq(valuePullParts.runId, runId))
      .limit(1);
    if (known.length === 0)
      await tx.insert(valuePullParts).values(partsOf(asked, today()).map((part) => ({ runId, ...part })));
  });
}

/** The first part that nobody has finished. */
export async function firstOpen({ actor, runId }: TakenPull): Promise<KeptPart | null> {
  const open = and(eq(valuePullParts.runId, runId), eq(valuePullParts.state, "waiting"));
  const [part] = await withScope(actor.scope, (tx) =>
    tx.select().from(valuePullParts).where(open).orderBy(asc(valuePullParts.no)).limit(1),
  );
  return part ?? null;
}

const isPart = ({ runId, no }: Pick<KeptPart, "runId" | "no">) =>
  and(eq(valuePullParts.runId, runId), eq(valuePullParts.no, no));

/** Counts a try before it is made: a part that ends the process does not end it for ever. */
export const beginTry = ({ actor }: TakenPull, part: KeptPart) =>
  withScope(actor.scope, (tx) =>
    tx
      .update(valuePullParts)
      .set({ tries: part.tries + 1, nextTryAt: null, startedAt: part.startedAt ?? now() })
      .where(isPart(part)),
  );

export const keepImport = ({ actor }: TakenPull, part: KeptPart, importId: string) =>
  withScope(actor.scope, (tx) => tx.update(valuePullParts).set({ importId }).where(isPart(part)));

type Done = Readonly<{ importId: string | null; counts: Readonly<Record<string, number>> }>;

/** The part is done. What an earlier run fetched of the same month and unit, and nobody wrote, it replaces. */
export const finishPart = ({ actor }: TakenPull, part: KeptPart, { importId, counts }: Done) =>
  withScope(actor.scope, async (tx) => {
    await tx
      .update(valuePullParts)
      .set({ state: "done", httpStatus: 200, problem: null, detail: null, endedAt: now(), importId, counts })
      .where(isPart(part));
    await tx.execute(sql`
      delete from value_imports i using value_pull_parts p
      where p.import_id = i.id and i.status = 'read' and p.run_id <> ${part.runId}
        and p.period = ${part.period} and p.org_unit = ${part.orgUnit}`);
  });

type Failed = Readonly<{ fault: PullFault; again: Date | null }>;

/** What went wrong, and when it is asked again; null when it is not. */
export const failPart = ({ actor }: TakenPull, part: KeptPart, { fault, again }: Failed) =>
  withScope(actor.scope, (tx) =>
    tx
      .update(valuePullParts)
      .set({
        state: again ? "waiting" : "failed",
        problem: fault.problem,
        detail: fault.about.detail ?? null,
        httpStatus: fault.about.status ?? null,
        nextTryAt: again,
        endedAt: again ? null : now(),
      })
      .where(isPart(part)),
  );

/** Whether any part was left out. */
export async function hasFailures({ actor, runId }: TakenPull): Promise<boolean> {
  const failed = and(eq(valuePullParts.runId, runId), ne(valuePullParts.state, "done"));
  const rows = await withScope(actor.scope, (tx) =>
    tx.select({ no: valuePullParts.no }).from(valuePullParts).where(failed).limit(1),
  );
  return rows.length > 0;
}
