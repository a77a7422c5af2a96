import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { databaseUrl } from "./cluster";

export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  /** Statements as the owner of the database: past row-level security. */
  owner: postgres.Sql;
  drop(): Promise<void>;
};

/**
 * A migrated database of its own, cloned from the template in about 80 ms; `db/client` uses it from now on.
 * One per test file: `beforeAll(async () => { db = await testDatabase() })`, `afterAll(() => db.drop())`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const problem = inject("testServerProblem");
  if (problem) throw new Error(problem);
  const server = inject("testServer");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asSuperuser(server.superUrl, (sql) => cloneTemplate({ sql, name, template: server.template }));
  const ownerUrl = databaseUrl(server.ownerUrl, name);
  const appUrl = databaseUrl(server.appUrl, name);
  const owner = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  process.env.DATABASE_URL = appUrl;
  const drop = async () => {
    await owner.end({ timeout: 1 });
    await asSuperuser(server.superUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  };
  return { ownerUrl, appUrl, owner, drop };
}

type Clone = { sql: postgres.Sql; name: string; template: string };

/** 55006: somebody is connected to the template just now (another run checks it). */
async function cloneTemplate({ sql, name, template }: Clone): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await sql.unsafe(`create database ${name} template ${template} owner connect_owner`);
      return;
    } catch (error) {
      if ((error as postgres.PostgresError).code !== "55006" || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
