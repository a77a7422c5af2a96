import postgres, { type Sql } from "postgres";
import { migrate } from "@/db/migrate";
import { seedAccounts } from "@/db/seed/demo-accounts";
import { fullNation, loadNation, tenthOfNation } from "@/db/seed/nation/load";
import { seedReference } from "@/db/seed/reference";
import { type EmbeddedServer, startEmbedded } from "@/db/server";
import { today } from "@/lib/clock";
import { lastFullMonth } from "@/lib/indicators/months";
import { sourcesHash } from "@/scripts/build";

const sizes = { nation: fullNation, tenth: tenthOfNation } as const;
export type Size = keyof typeof sizes;

export type Loaded = Readonly<{ server: EmbeddedServer; sql: Sql; loadSeconds: number | null }>;

/** The data folder of all benches; what is loaded there stays for the next run. */
export const dataDir = ".data-bench";

// What each statement took, planning included, is counted by the server itself.
const settings = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": "on",
};

/** A database of that size, loaded when it is not there or not made by this code in this month. */
export async function openNation(size: Size): Promise<Loaded> {
  const database = `bench_${size}`;
  const server = await startEmbedded({ dataDir, database, settings });
  const sql = postgres(server.ownerUrl, { max: 2, onnotice: () => {} });
  const wanted = `${sourcesHash(["db/seed/nation", "db/seed/reference"]).slice(0, 16)} ${lastFullMonth(today())}`;
  const [known] =
    await sql`select shobj_description(oid, 'pg_database') as comment from pg_database where datname = ${database}`;
  if (known?.comment === wanted) {
    await migrate(server.ownerUrl, { appPassword: server.appPassword });
    return { server, sql, loadSeconds: null };
  }
  await sql.end();
  await renew(server, database);
  const fresh = postgres(server.ownerUrl, { max: 2, onnotice: () => {} });
  const started = performance.now();
  await migrate(server.ownerUrl, { appPassword: server.appPassword });
  await seedReference(fresh);
  await loadNation(fresh, sizes[size], (step) =>
    console.error(`${size}: ${step} after ${seconds(started)} s`),
  );
  await seedAccounts(server.ownerUrl, { randomPasswords: false });
  await fresh.unsafe("vacuum (analyze)");
  await fresh.unsafe(`comment on database ${database} is '${wanted}'`);
  return { server, sql: fresh, loadSeconds: seconds(started) };
}

const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10;

async function renew({ superUrl }: EmbeddedServer, database: string): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`drop database if exists ${database} with (force)`);
  await sql.unsafe(`create database ${database} owner connect_owner`);
  await sql.end();
  const inside = postgres(superUrl.replace(/[^/]*$/, database), { max: 1, onnotice: () => {} });
  await inside`create extension pg_stat_statements`;
  await inside`grant pg_read_all_stats to connect_owner`;
  await inside`grant execute on function pg_stat_statements_reset to connect_owner`;
  await inside.end();
}
