import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { startOf } from "../embedded/processes";
import { migrate, migrationsHash } from "../migrate";
import { type EmbeddedServer, startEmbedded } from "../server";

/** Durability costs seconds and a test database outlives nothing. */
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

export type TestServer = {
  urls: { superUrl: string; ownerUrl: string; appUrl: string; template: string };
  /** Why there is no template, or "". */
  problem: string;
  stop(): Promise<void>;
};

export async function startTestServer(): Promise<TestServer> {
  const server = await startEmbedded({ dataDir: ".test/pg", database: "postgres", settings: FAST });
  const template = `connect_template_${migrationsHash().slice(0, 12)}`;
  const { superUrl, ownerUrl, appUrl, stop } = server;
  const problem = await makeTemplate(server, template).then(
    () => "",
    (error: Error) =>
      `The test database could not be migrated: ${error.message} ${String(error.cause ?? "")}`,
  );
  return { urls: { superUrl, ownerUrl, appUrl, template }, problem, stop };
}

/** Migrated under another name and renamed, so that a killed run leaves no half template. */
async function makeTemplate(server: EmbeddedServer, template: string): Promise<void> {
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(1)`;
    await dropLeftovers(sql);
    const [known] = await sql`select 1 from pg_database where datname = ${template}`;
    if (known) return;
    const draft = `draft_${process.pid}_${randomBytes(3).toString("hex")}`;
    await sql`create database ${sql(draft)} owner connect_owner`;
    await migrate(databaseUrl(server.ownerUrl, draft), { appPassword: server.appPassword });
    await sql.unsafe(`alter database ${draft} rename to ${template}`);
  } finally {
    await sql.end();
  }
}

/** Databases are named after the process that made them; those of dead processes go, and all but three templates. */
async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ datname: string }[]>`
    select datname from pg_database where datname ~ '^(draft|test|connect_template)_' order by oid desc`;
  const templates = rows.filter(({ datname }) => datname.startsWith("connect_template_")).slice(3);
  const dead = rows.filter(({ datname }) => {
    const [kind, pid] = datname.split("_");
    return kind !== "connect" && startOf(Number(pid)) === null;
  });
  for (const { datname } of [...templates, ...dead]) {
    await sql.unsafe(`drop database if exists ${datname} with (force)`);
  }
}

export function databaseUrl(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.href;
}
