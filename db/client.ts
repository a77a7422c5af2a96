import "server-only";
import { appendFileSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** What one transaction may see and write; read by the row-level policies. Built by lib/access only. */
export type Scope = Readonly<{
  userId: string | null;
  districtIds: readonly string[];
  villageIds: readonly string[];
  sensitiveDistrictIds: readonly string[];
  sensitiveVillageIds: readonly string[];
  /** Where results of trust are read village by village, and where only over several. */
  trustDistrictIds: readonly string[];
  trustVillageIds: readonly string[];
  trustSummaryDistrictIds: readonly string[];
  trustNation: boolean;
  /** Whose published tables are read: whole districts, or the nation. */
  publishedDistrictIds: readonly string[];
  publishedNation: boolean;
  /** Whose budgets are read: districts, provinces, or all. */
  budgetDistrictIds: readonly string[];
  budgetProvinceIds: readonly string[];
  budgetNation: boolean;
  /** Where mentees and their scores are read and written. */
  mentorshipDistrictIds: readonly string[];
  /** Where villagers' words that wait are read, to be passed on or not. */
  voiceDistrictIds: readonly string[];
  voiceVillageIds: readonly string[];
  nation: boolean;
  admin: boolean;
  nationalWriter: boolean;
}>;

export type Database = PostgresJsDatabase<Record<string, never>>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export const emptyScope: Scope = {
  userId: null,
  districtIds: [],
  villageIds: [],
  sensitiveDistrictIds: [],
  sensitiveVillageIds: [],
  trustDistrictIds: [],
  trustVillageIds: [],
  trustSummaryDistrictIds: [],
  trustNation: false,
  publishedDistrictIds: [],
  publishedNation: false,
  budgetDistrictIds: [],
  budgetProvinceIds: [],
  budgetNation: false,
  mentorshipDistrictIds: [],
  voiceDistrictIds: [],
  voiceVillageIds: [],
  nation: false,
  admin: false,
  nationalWriter: false,
};

/** `STATEMENT_LOG`: a file that names every statement, one a line, to find the page that asks too much. */
function statementLog(): Pick<postgres.Options<Record<string, never>>, "debug"> {
  const file = process.env.STATEMENT_LOG;
  return file
    ? { debug: (_connection, statement) => appendFileSync(file, `${JSON.stringify(statement)}\n`) }
    : {};
}

// Disks have no arm any more: a row by its key costs about what it costs in order. Nothing here runs long enough to compile.
const planning = { random_page_cost: 1.1, jit: false };

// One pool per process, kept across hot reloads; the address is read late so that tests can name their own database.
const held = globalThis as unknown as { connectPool?: { url: string; client: postgres.Sql; db: Database } };

function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start through npm start");
  if (held.connectPool?.url !== url) {
    void held.connectPool?.client.end({ timeout: 1 });
    const client = postgres(url, {
      max: 10,
      idle_timeout: 300,
      connection: planning,
      onnotice: () => {},
      ...statementLog(),
    });
    held.connectPool = { url, client, db: drizzle(plannedOnce(client)) };
  }
  return held.connectPool.db;
}

/** So few parameters that there are only so many texts of it: a connection keeps every plan. */
const KEPT_PARAMETERS = 40;
const isKeptRead = (text: string, given: readonly unknown[]) =>
  given.length <= KEPT_PARAMETERS && /^\s*(select|with)\b/i.test(text);

type Client = Pick<postgres.Sql, "unsafe">;
type Run = (client: Client) => unknown;
type Begin = (...given: unknown[]) => unknown;

/** Reads are planned once per connection: a page's statements took as long to plan as to run (bench). drizzle plans each anew. */
function plannedOnce<T extends Client>(client: T): T {
  const unsafe: Client["unsafe"] = (text, given = [], options) =>
    client.unsafe(text, given, { ...options, prepare: isKeptRead(text, given) });
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe") return unsafe;
      const own: unknown = Reflect.get(target, name);
      if (name !== "begin" && name !== "savepoint") return own;
      return (...given: unknown[]) =>
        (own as Begin)(...given.slice(0, -1), (inner: Client) => (given.at(-1) as Run)(plannedOnce(inner)));
    },
  });
}

const list = (ids: readonly string[]) => `{${ids.join(",")}}`;
const flag = (on: boolean) => (on ? "on" : "off");

/** One row of a statement of the login as it is, which may read no table: it calls what is open to everybody, on one way to the database. */
export async function asLogin<Row extends Record<string, unknown>>(statement: SQL): Promise<Row> {
  const [row] = await database().execute<Row>(statement);
  return row as Row;
}

/** The only door to records of the running application: one transaction with the application's role and this scope. */
export function withScope<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await setScope(tx, scope);
    return run(tx);
  });
}

/** What the rest of this transaction may see and write. */
export async function setScope(tx: Transaction, scope: Scope): Promise<void> {
  await tx.execute(sql`select
      set_config('role', 'connect_app', true),
      set_config('app.user', ${scope.userId ?? ""}, true),
      set_config('app.districts', ${list(scope.districtIds)}, true),
      set_config('app.villages', ${list(scope.villageIds)}, true),
      set_config('app.sensitive_districts', ${list(scope.sensitiveDistrictIds)}, true),
      set_config('app.sensitive_villages', ${list(scope.sensitiveVillageIds)}, true),
      set_config('app.trust_districts', ${list(scope.trustDistrictIds)}, true),
      set_config('app.trust_villages', ${list(scope.trustVillageIds)}, true),
      set_config('app.trust_summary_districts', ${list(scope.trustSummaryDistrictIds)}, true),
      set_config('app.trust_nation', ${flag(scope.trustNation)}, true),
      set_config('app.published_districts', ${list(scope.publishedDistrictIds)}, true),
      set_config('app.published_nation', ${flag(scope.publishedNation)}, true),
      set_config('app.budget_districts', ${list(scope.budgetDistrictIds)}, true),
      set_config('app.budget_provinces', ${list(scope.budgetProvinceIds)}, true),
      set_config('app.budget_nation', ${flag(scope.budgetNation)}, true),
      set_config('app.mentorship_districts', ${list(scope.mentorshipDistrictIds)}, true),
      set_config('app.voice_districts', ${list(scope.voiceDistrictIds)}, true),
      set_config('app.voice_villages', ${list(scope.voiceVillageIds)}, true),
      set_config('app.nation', ${flag(scope.nation)}, true),
      set_config('app.admin', ${flag(scope.admin)}, true),
      set_config('app.national_writer', ${flag(scope.nationalWriter)}, true)`);
}

/** For tests and scripts that must let the process end. */
export async function closeDatabase(): Promise<void> {
  await held.connectPool?.client.end({ timeout: 5 });
  held.connectPool = undefined;
}
