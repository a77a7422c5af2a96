import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { startEmbedded } from "@/db/server";
import { PlainError } from "../plain";
import { type Load, loadBackup } from "./load";

const DRAFT = "connect_restoring";
type WithoutUrl = Omit<Load, "ownerUrl">;

/**
 * Fills a database of another name and renames it at the end, so a restore killed half-way leaves what was there.
 * With `replace` the database that was there is kept under a name with the time; without it, it is refused.
 */
export async function restoreEmbedded({
  dataDir,
  replace,
  ...load
}: WithoutUrl & { dataDir: string; replace: boolean }) {
  const server = await startEmbedded({ dataDir, create: false });
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select 1 from pg_database where datname = 'connect'`;
    if (known && !replace) {
      throw new PlainError(
        `${dataDir} already holds a database: set DATA_DIR to a new folder, or add --replace to keep the old one aside.`,
      );
    }
    const [used] = await sql`select 1 from pg_stat_activity where datname = 'connect'`;
    if (used) throw new PlainError("CONNECT is running on this database: stop it before restoring.");
    await sql.unsafe(`drop database if exists ${DRAFT} with (force)`);
    await sql.unsafe(`create database ${DRAFT} owner connect_owner`);
    const ownerUrl = server.ownerUrl.replace(/\/connect$/, `/${DRAFT}`);
    await migrate(ownerUrl, { appPassword: server.appPassword });
    await loadBackup({ ...load, ownerUrl });
    if (known)
      await sql.unsafe(`alter database connect rename to connect_before_${Math.floor(Date.now() / 1000)}`);
    await sql.unsafe(`alter database ${DRAFT} rename to connect`);
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
  }
}

/** An operator's own server: its database must hold no accounts and no changes, so that nothing can be lost. */
export async function restoreServer({ appUrl, ...load }: Load & { appUrl: string }): Promise<void> {
  if (!load.ownerUrl) {
    throw new PlainError("DATABASE_OWNER_URL is not set: a restore writes as the owner of the database.");
  }
  await migrate(load.ownerUrl, { appLogin: decodeURIComponent(new URL(appUrl).username) });
  const sql = postgres(load.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [held] =
      await sql`select (select count(*) from users) + (select count(*) from changes) > 0 as something`;
    if (held?.something) {
      throw new PlainError(
        "The database is not empty: create a new one and name it in DATABASE_URL and DATABASE_OWNER_URL.",
      );
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
  await loadBackup(load);
}
