import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = {
  before: here("./sql/before"),
  migrations: here("./migrations"),
  after: here("./sql/after"),
};
// Any number, the same for every start: two at once migrate one after the other.
const LOCK = 7_220_151;

export type MigrateOptions = {
  /** Embedded and test servers: makes the login `connect_login` with this password. */
  appPassword?: string;
  /** An operator's own server: this existing login is made a member of `connect_app`. */
  appLogin?: string;
};

/** Brings the database up to the migrations in `db/migrations` as its owner; does nothing when it is. */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await makeRoles(client, options);
    const wanted = migrationsHash();
    if ((await appliedHash(client)) === wanted) return;
    await runAll(client, FOLDERS.before);
    await applyMigrations(drizzle(client), { migrationsFolder: FOLDERS.migrations });
    await runAll(client, FOLDERS.after);
    await client.unsafe(`comment on schema drizzle is '${wanted}'`);
  } finally {
    await client.end();
  }
}

async function runAll(client: postgres.Sql, folder: string): Promise<void> {
  for (const name of sqlFiles(folder)) await client.unsafe(readFileSync(join(folder, name), "utf8"));
}

const sqlFiles = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".sql"))
        .sort()
    : [];

/** `connect_app` holds the grants and is what row-level security applies to; a login only enters it. */
async function makeRoles(client: postgres.Sql, { appPassword, appLogin }: MigrateOptions): Promise<void> {
  const names = await client`select rolname from pg_roles where rolname in ('connect_app', 'connect_login')`;
  const has = (role: string) => names.some(({ rolname }) => rolname === role);
  if (!has("connect_app")) await client`create role connect_app nologin`;
  await client`grant connect_app to current_user`;
  if (appPassword) {
    const verb = has("connect_login") ? "alter" : "create";
    await client.unsafe(
      `${verb} role connect_login login noinherit password '${appPassword.replaceAll("'", "''")}'`,
    );
  }
  const login = appPassword ? "connect_login" : appLogin;
  if (login) await client`grant connect_app to ${client(login)}`;
}

/** The hash of what the database was last brought up to; null for a new one. */
export async function appliedHash(client: postgres.Sql): Promise<string | null> {
  const [row] = await client`select obj_description(to_regnamespace('drizzle'), 'pg_namespace') as hash`;
  return row?.hash ?? null;
}

/** Changes with any migration or repeatable script: names template databases and backups. */
export function migrationsHash(): string {
  const hash = createHash("sha256");
  for (const folder of [FOLDERS.before, FOLDERS.migrations, FOLDERS.after]) {
    for (const name of sqlFiles(folder)) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}
