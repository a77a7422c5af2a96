import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { startEmbedded } from "@/db/server";
import { today } from "@/lib/clock";
import { accountsFile } from "./accounts-file";
import { sourcesHash } from "./build";
import { runNode, scriptArgs } from "./child";
import type { Settings } from "./settings";
import { step } from "./step";

export type OpenDatabase = { ownerUrl: string; appUrl: string; stop(): Promise<void> };

const PREPARING = "connect_preparing";

/**
 * The embedded database, migrated and filled. A new one is prepared under another name and renamed when it is whole,
 * so that a first start killed at any moment begins again instead of going on with half the data.
 * `fresh` (browser tests) begins with demonstration data as new, copied from a pristine database kept beside it.
 */
export async function openDemonstration(settings: Settings, fresh = false): Promise<OpenDatabase> {
  const server = await step("Starting the database", () =>
    startEmbedded({ dataDir: settings.dataDir, create: false }),
  );
  if (server.elsewhere) console.log(`  the database is kept in ${server.folder}, which PostgreSQL can enter`);
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(2)`;
    if (fresh) await restorePristine({ ...server, settings, sql });
    if (await exists(sql, "connect")) await bringUp({ ...server, settings });
    else await prepare({ ...server, settings, sql }, "connect");
  } catch (error) {
    await sql.end({ timeout: 1 });
    await server.stop();
    throw error;
  }
  await sql.end();
  return server;
}

type Bring = { ownerUrl: string; appUrl: string; appPassword: string; settings: Settings };
type Prepare = Bring & { sql: postgres.Sql };

async function bringUp({ ownerUrl, appUrl, appPassword, settings }: Bring): Promise<void> {
  await step("Migrating the database", () => migrate(ownerUrl, { appPassword }));
  await step("Loading reference and demonstration data", () => seed({ ownerUrl, appUrl, settings }));
}

async function prepare({ sql, ...server }: Prepare, name: string): Promise<void> {
  await sql.unsafe(`drop database if exists ${PREPARING} with (force)`);
  await sql.unsafe(`create database ${PREPARING} owner connect_owner`);
  const named = (url: string) => url.replace(/\/connect$/, `/${PREPARING}`);
  await bringUp({ ...server, ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl) });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${PREPARING}`;
  await sql.unsafe(`alter database ${PREPARING} rename to ${name}`);
}

/** Demonstration dates count from today and the data follow from the code, so a pristine copy serves for one day and one code. */
async function restorePristine(server: Prepare): Promise<void> {
  const { sql } = server;
  const name = `pristine_${sourcesHash(["db", "lib"]).slice(0, 8)}_${today().replaceAll("-", "")}`;
  await sql.unsafe("drop database if exists connect with (force)");
  if (!(await exists(sql, name))) {
    const old = await sql<
      { datname: string }[]
    >`select datname from pg_database where datname like 'pristine\\_%'`;
    for (const { datname } of old) await sql.unsafe(`drop database ${datname} with (force)`);
    await prepare(server, name);
  }
  await sql.unsafe(`create database connect template ${name} owner connect_owner`);
  const [kept] =
    await sql`select shobj_description(oid, 'pg_database') as loaded from pg_database where datname = ${name}`;
  if (kept?.loaded) await sql.unsafe(`comment on database connect is '${kept.loaded}'`);
}

async function exists(sql: postgres.Sql, name: string): Promise<boolean> {
  return (await sql`select 1 from pg_database where datname = ${name}`).length > 0;
}

/** Loads the data in a process of its own; not again while the code that makes them is the same. */
export async function seed(target: Omit<Bring, "appPassword">): Promise<void> {
  const sql = postgres(target.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const { dataDir, mode } = target.settings;
    const told = mode === "production" || existsSync(accountsFile(dataDir));
    const loaded = `data ${sourcesHash(["db", "lib"])} ${mode} ${target.settings.local ? "local" : "open"}`;
    const [known] = await sql`
      select shobj_description(oid, 'pg_database') as comment, current_database() as name
      from pg_database where datname = current_database()`;
    if (told && known?.comment === loaded) return;
    await runSeed(target);
    await sql.unsafe(`comment on database "${known?.name}" is '${loaded}'`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function runSeed({ ownerUrl, appUrl, settings }: Omit<Bring, "appPassword">): Promise<void> {
  return runNode({
    args: [...scriptArgs, "scripts/seed.ts"],
    env: {
      ...process.env,
      CONNECT_MODE: settings.mode,
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_URL: appUrl,
      DATA_DIR: settings.dataDir,
      MEDIA_DIR: settings.mediaDir,
      LOG_LEVEL: "warn",
    },
    log: join(settings.dataDir, "seed.log"),
    what: "Loading the data",
  });
}
