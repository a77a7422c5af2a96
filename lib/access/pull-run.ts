import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, withScope } from "@/db/client";
import type { PullAsked, PullKind, PullRunState } from "@/db/schema/value-pulls";
import { now } from "@/lib/clock";
import { type Actor, type Assignment, mintActor } from "./actor";

/** A run that this process has taken in hand, as the person who asked for it, with their places of today. */
export type TakenPull = Readonly<{
  runId: string;
  holder: string;
  kind: PullKind;
  asked: PullAsked;
  /** Not opened yet; null when none was entered. */
  sealed: string | null;
  actor: Actor;
}>;

type Found = Omit<TakenPull, "actor" | "holder"> & {
  userId: string;
  displayName: string;
  office: string;
  assignments: Assignment[];
};

/** Takes the run that is waiting or due, so that nobody else does; null when there is none. */
export async function nextPull(holder: string): Promise<TakenPull | null> {
  const [row] = await withScope(emptyScope, (tx) =>
    tx.execute<{ found: Found | null }>(
      sql`select auth_next_pull(${holder}::uuid, ${now().toISOString()}::timestamptz) as found`,
    ),
  );
  if (!row?.found) return null;
  const { runId, kind, asked, sealed, ...person } = row.found;
  return { runId, holder, kind, asked, sealed, actor: mintActor({ ...person, sessionId: null }) };
}

type End = Readonly<{ state: PullRunState; problem?: string; detail?: string }>;

/** Only whoever holds a run ends it. */
export async function endPull({ runId, holder }: TakenPull, end: End): Promise<void> {
  const said = JSON.stringify({ ...end, at: now().toISOString() });
  await withScope(emptyScope, (tx) =>
    tx.execute(sql`select auth_end_pull(${runId}::uuid, ${holder}::uuid, ${said}::text::jsonb)`),
  );
}
