import { join } from "node:path";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { startEmbedded } from "@/db/server";
import { runNode, scriptArgs } from "./child";
import type { Settings } from "./settings";
import { step } from "./step";

export type OpenDatabase = { ownerUrl: string; appUrl: string; stop(): Promise<void> };

const PREPARING = "connect_preparing";

/**
 * The embedded database, migrated and filled. A new one is prepared under another name and renamed when it is whole,
 * so that a first start killed at any moment begins again instead of going on with half the data.
 */
export async function openDemonstration(settings: Settings): Promise<OpenDatabase> {
  const server = await step("Starting the database", () =>
    startEmbedded({ dataDir: settings.dataDir, create: false }),
  );
  if (server.elsewhere) console.log(`  the database is kept in ${server.folder}, which PostgreSQL can enter`);
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(2)`;
    const [known] = await sql`select 1 from pg_database where datname = 'connect'`;
    if (known) await bringUp({ ...server, settings });
    else await prepare({ ...server, settings, sql });
  } catch (error) {
    await sql.end({ timeout: 1 });
    await server.stop();
    throw error;
  }
  await sql.end();
  return server;
}

type Bring = { ownerUrl: string; appUrl: string; appPassword: string; settings: Settings };

async function bringUp({ ownerUrl, appUrl, appPassword, settings }: Bring): Promise<void> {
  await step("Migrating the database", () => migrate(ownerUrl, { appPassword }));
  await step("Loading reference and demonstration data", () => seed({ ownerUrl, appUrl, settings }));
}

async function prepare({ sql, ...server }: Bring & { sql: postgres.Sql }): Promise<void> {
  await sql.unsafe(`drop database if exists ${PREPARING} with (force)`);
  await sql.unsafe(`create database ${PREPARING} owner connect_owner`);
  const named = (url: string) => url.replace(/\/connect$/, `/${PREPARING}`);
  await bringUp({ ...server, ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl) });
  await sql.unsafe(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${PREPARING}' and pid <> pg_backend_pid()`,
  );
  await sql.unsafe(`alter database ${PREPARING} rename to connect`);
}

export async function seed({ ownerUrl, appUrl, settings }: Omit<Bring, "appPassword">): Promise<void> {
  await runNode({
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
