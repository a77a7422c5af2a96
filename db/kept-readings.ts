import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, type Scope, setScope, type Transaction } from "./client";

export type Reading = Readonly<{
  /** The query's own name. */
  name: string;
  /** Everything its answer follows from besides the database: what was asked, and the day. */
  of: readonly (string | number | boolean | null)[];
  /** Whose records it shows; null: of any district. */
  districtIds: readonly string[] | null;
}>;

type Kept = Readonly<{ snapshot: string; database: string; keptAt: number; value: unknown }>;
type Found = Readonly<{ snapshot: string; database: string; touched: boolean | null }>;

const MOST = 48;
/** Far below the day for which touches are remembered. */
const MOST_MS = 10 * 60_000;

/** Oldest use first. */
const readings = new Map<string, Kept>();

/**
 * What `read` answers under this scope, from memory while no transaction has written a record of these districts, or one of no
 * district, since. Exact: PostgreSQL's own snapshots are compared, on the way on which the scope is set, so work that was
 * under way at the first reading and ended later is seen (docs/decisions/0051). The answer is shared: never change it.
 */
export function withKeptReading<T>(
  scope: Scope,
  reading: Reading,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { name, of, districtIds } = reading;
  const key = JSON.stringify([name, of, districtIds, scope]);
  return inTransaction(async (tx) => {
    const kept = recent(key);
    const districts = districtIds && `{${districtIds.join(",")}}`;
    const found = (await setScope(
      tx,
      scope,
      sql`, pg_current_snapshot()::text as snapshot,
        (select d.oid from pg_database d where d.datname = current_database())::text || ' ' || pg_postmaster_start_time() as database,
        touched_since(${kept?.snapshot ?? null}::pg_snapshot, ${districts}::uuid[]) as touched`,
    )) as Found;
    readings.delete(key);
    if (kept?.database === found.database && found.touched === false) {
      readings.set(key, kept);
      return kept.value as T;
    }
    const value = await read(tx);
    keep(key, { snapshot: found.snapshot, database: found.database, keptAt: performance.now(), value });
    return value;
  });
}

function recent(key: string): Kept | undefined {
  const oldest = performance.now() - MOST_MS;
  for (const [one, { keptAt }] of readings) if (keptAt < oldest) readings.delete(one);
  return readings.get(key);
}

function keep(key: string, kept: Kept): void {
  readings.set(key, kept);
  for (const one of readings.keys()) {
    if (readings.size <= MOST) return;
    readings.delete(one);
  }
}
