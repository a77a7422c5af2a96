import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { PullAsked, PullKind, PullPartState, PullRhythm, PullRunState } from "@/db/schema/value-pulls";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { listOf } from "@/lib/villages/sql";

const nowhere = { districtId: null, villageId: null } as const;

export type PullSetting = PullAsked &
  Readonly<{
    rhythm: PullRhythm;
    day: number;
    hour: number;
    activeSince: string | null;
    /** Which kind of secret is kept; never the secret. */
    secretKind: "token" | "password" | null;
    by: string | null;
    setAt: string;
  }>;

export type PullLine = Readonly<{
  id: string;
  kind: PullKind;
  state: PullRunState;
  askedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  problem: string | null;
  detail: string | null;
  by: string | null;
  parts: number;
  done: number;
  /** Values that became other than they were. */
  changed: number;
}>;

const runLine = sql`r.id, r.kind, r.state, r.asked_at as "askedAt", r.started_at as "startedAt", r.ended_at as "endedAt",
  r.problem, r.detail, (select display_name from person_labels(array[r.asked_by])) as by,
  (select count(*)::int from value_pull_parts p where p.run_id = r.id) as parts,
  (select count(*)::int from value_pull_parts p where p.run_id = r.id and p.state = 'done') as done,
  (select coalesce(sum((p.counts->>'imported')::int + (p.counts->>'updated')::int + (p.counts->>'deleted')::int), 0)::int
    from value_pull_parts p where p.run_id = r.id and p.counts ? 'imported') as changed`;

/** What is fetched and when, and what came of it lately. */
export async function pullOverview(
  actor: Actor,
): Promise<{ setting: PullSetting | null; runs: readonly PullLine[] }> {
  requireCan(actor, "values.pull", nowhere);
  const setting = sql`(select jsonb_build_object('address', s.address, 'dataSets', s.data_sets, 'orgUnits', s.org_units,
    'children', s.children, 'unitScheme', s.unit_scheme, 'elementScheme', s.element_scheme, 'strategy', s.strategy,
    'months', s.months, 'rhythm', s.rhythm, 'day', s.day, 'hour', s.hour, 'activeSince', s.active_since,
    'secretKind', s.secret_kind, 'setAt', s.set_at, 'by', (select display_name from person_labels(array[s.set_by])))
    from value_pulls s)`;
  const runs = sql`select ${runLine} from value_pull_runs r order by r.asked_at desc limit 30`;
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ setting: PullSetting | null; runs: PullLine[] }>(
      sql`select ${setting} as setting, ${listOf(runs)} as runs`,
    ),
  );
  return row ?? { setting: null, runs: [] };
}

export type PullPartLine = Readonly<{
  no: number;
  period: number;
  orgUnit: string;
  state: PullPartState;
  tries: number;
  nextTryAt: string | null;
  endedAt: string | null;
  httpStatus: number | null;
  problem: string | null;
  detail: string | null;
  counts: Readonly<Record<string, number>> | null;
  importId: string | null;
}>;
export type PullRun = PullLine & Readonly<{ asked: PullAsked; list: readonly PullPartLine[] }>;

/** One run with each of its requests. */
export async function pullRunPage(actor: Actor, id: string): Promise<PullRun | null> {
  requireCan(actor, "values.pull", nowhere);
  const parts = sql`
    select p.no, p.period, p.org_unit as "orgUnit", p.state, p.tries, p.next_try_at as "nextTryAt", p.ended_at as "endedAt",
      p.http_status as "httpStatus", p.problem, p.detail, p.counts, p.import_id as "importId"
    from value_pull_parts p where p.run_id = r.id order by p.no`;
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<PullRun>(
      sql`select ${runLine}, r.asked, ${listOf(parts)} as list from value_pull_runs r where r.id = ${id}`,
    ),
  );
  return row ?? null;
}
