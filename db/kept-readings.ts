import "server-only";
import { sql } from "drizzle-orm";
import { asLogin, type Scope, type Transaction, withScope } from "./client";

export type Reading = Readonly<{
  /** The query's own name. */
  name: string;
  /** Everything its answer follows from besides the database: what was asked, and the day. */
  of: readonly (string | number | boolean | null)[];
  /** Whose records it shows; null: of any district. */
  districtIds: readonly string[] | null;
}>;

/** How facts that every district has for itself are read and put together. */
export type FactsByDistrict<Facts, Answer> = Readonly<{
  /** Of these districts alone, or of all that the reading is about. */
  read: (tx: Transaction, districtIds: readonly string[] | null) => Promise<Facts>;
  /** Districts whose facts follow from what was written in these; without it, these alone. */
  reaching?: (tx: Transaction, districtIds: readonly string[]) => Promise<readonly string[]>;
  /** What was kept, with the facts of these districts as they are now. Changes neither. */
  renew: (kept: Facts, fresh: Facts, districtIds: ReadonlySet<string>) => Facts;
  answer: (facts: Facts) => Answer;
}>;

/** What only the reading itself tells the districts of; null: of any. */
export type AnswerOfDistricts<T> = Readonly<{ answer: T; districtIds: readonly string[] | null }>;

type Kept = Readonly<{ snapshot: string; database: string; provedAt: number; value: unknown }>;
type Found = Readonly<{ snapshot: string; database: string; touched: readonly string[] | null }>;

/** Of areas; and of single places, which are many and small, so that they do not push a nation out. */
const MOST = { area: 48, place: 128 } as const;
/** Since it was last proved; far below the day for which touches are remembered. */
const MOST_MS = 60 * 60_000;
/** Where more was written than this, everything is read anew. */
const MOST_DISTRICTS = 30;

type Shelf = keyof typeof MOST;

/** Oldest use first. */
const shelves: Readonly<Record<Shelf, Map<string, Kept>>> = { area: new Map(), place: new Map() };

/**
 * What `read` answers under this scope, from memory while no transaction has written a record of these districts, or one of no
 * district, since. Exact: PostgreSQL's own snapshots are compared, in one statement, so work that was under way at the first reading and
 * ended later is seen (docs/decisions/0051). The answer is shared: never change it.
 */
export function withKeptReading<T>(
  scope: Scope,
  reading: Reading,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withProved<T>(scope, { shelf: "area", ...reading }, (tx) => read(tx));
}

/** As `withKeptReading`, of one place: its districts (its own, those of its health centres) come with the answer. */
export async function withKeptPlace<T>(
  scope: Scope,
  { name, of }: Pick<Reading, "name" | "of">,
  read: (tx: Transaction) => Promise<AnswerOfDistricts<T>>,
): Promise<T> {
  const districtIds = (kept: AnswerOfDistricts<T> | undefined) => kept?.districtIds ?? null;
  const proved = { name, of, shelf: "place", districtIds } as const;
  return (await withProved<AnswerOfDistricts<T>>(scope, proved, (tx) => read(tx))).answer;
}

/**
 * As `withKeptReading`, of facts that each district has for itself: where a few districts were written to, only theirs are
 * read again. What belongs to no district (places, the vocabularies) makes everything be read again.
 */
export async function withKeptFacts<Facts, Answer>(
  scope: Scope,
  reading: Reading,
  { read, reaching, renew, answer }: FactsByDistrict<Facts, Answer>,
): Promise<Answer> {
  type Held = Readonly<{ facts: Facts; answer: Answer }>;
  const hold = (facts: Facts): Held => ({ facts, answer: answer(facts) });
  const held = await withProved<Held>(scope, { shelf: "area", ...reading }, async (tx, before) => {
    if (!before || before.touched.length > MOST_DISTRICTS) return hold(await read(tx, null));
    const districtIds = reaching ? await reaching(tx, before.touched) : before.touched;
    return hold(renew(before.value.facts, await read(tx, districtIds), new Set(districtIds)));
  });
  return held.answer;
}

type OfDistrict = Readonly<{ districtId: string }>;

/** For `renew`: facts that lie in a list by district, those of some districts replaced. */
export function withDistrictsRenewed<F extends Readonly<{ byDistrict: readonly OfDistrict[] }>>(
  kept: F,
  fresh: F,
): F {
  const now = new Map(fresh.byDistrict.map((one) => [one.districtId, one]));
  return { ...kept, byDistrict: kept.byDistrict.map((one) => now.get(one.districtId) ?? one) };
}

const NOWHERE = "00000000-0000-0000-0000-000000000000";

type Before<T> = Readonly<{ value: T; touched: readonly string[] }>;
type Proved<T> = Pick<Reading, "name" | "of"> &
  Readonly<{
    shelf: Shelf;
    districtIds: Reading["districtIds"] | ((kept: T | undefined) => Reading["districtIds"]);
  }>;

/** `read` is told what was kept and which districts were written to since, when nothing else was. */
async function withProved<T>(
  scope: Scope,
  { name, of, shelf, districtIds }: Proved<T>,
  read: (tx: Transaction, before: Before<T> | null) => Promise<T>,
): Promise<T> {
  const told = typeof districtIds === "function";
  const key = JSON.stringify([name, of, told ? null : districtIds, scope]);
  const kept = recent(shelf, key);
  const { snapshot, database, touched } = await foundSince(
    kept?.snapshot ?? null,
    told ? districtIds(kept?.value as T | undefined) : districtIds,
  );
  const before = kept?.database === database && touched ? { value: kept.value as T, touched } : null;
  const value =
    before?.touched.length === 0
      ? before.value
      : await withScope(scope, (tx) => read(tx, before?.touched.includes(NOWHERE) ? null : before));
  // Proved until this snapshot, which is older than the reading: what it does not see will be found by the next.
  keep(shelf, key, { snapshot, database, provedAt: performance.now(), value });
  return value;
}

function foundSince(snapshot: string | null, districtIds: readonly string[] | null): Promise<Found> {
  const districts = districtIds && `{${districtIds.join(",")}}`;
  return asLogin<Found>(sql`select pg_current_snapshot()::text as snapshot,
    (select d.oid from pg_database d where d.datname = current_database())::text || ' ' || pg_postmaster_start_time() as database,
    to_jsonb(touched_since(${snapshot}::pg_snapshot, ${districts}::uuid[])) as touched`);
}

function recent(shelf: Shelf, key: string): Kept | undefined {
  const readings = shelves[shelf];
  const oldest = performance.now() - MOST_MS;
  for (const [one, { provedAt }] of readings) if (provedAt < oldest) readings.delete(one);
  return readings.get(key);
}

function keep(shelf: Shelf, key: string, kept: Kept): void {
  const readings = shelves[shelf];
  readings.delete(key);
  readings.set(key, kept);
  for (const one of readings.keys()) {
    if (readings.size <= MOST[shelf]) return;
    readings.delete(one);
  }
}
