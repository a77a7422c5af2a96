import postgres from "postgres";
import { appliedHash, migrate, migrationsHash } from "@/db/migrate";
import { type OpenDatabase, seed } from "./demonstration-database";
import { PlainError } from "./plain";
import type { Settings } from "./settings";
import { step } from "./step";

const OLDEST = 150_000;

/** The operator's database: checked, migrated as its owner, reference data loaded; refuses what would be unsafe. */
export async function openProduction(settings: Settings, given = process.env): Promise<OpenDatabase> {
  const appUrl = given.DATABASE_URL ?? "";
  const ownerUrl = given.DATABASE_OWNER_URL || null;
  checkSecrets(given);
  await withSql(appUrl, checkServer);
  if (ownerUrl) await bringUp({ settings, appUrl, ownerUrl });
  await withSql(appUrl, async (sql) => {
    await checkLogin(sql);
    if (!ownerUrl) await checkMigrated(sql);
  });
  if (ownerUrl) await withSql(ownerUrl, refuseDemonstration);
  return { ownerUrl: ownerUrl ?? "", appUrl, stop: async () => {} };
}

type Addresses = { settings: Settings; appUrl: string; ownerUrl: string };

async function bringUp({ settings, appUrl, ownerUrl }: Addresses): Promise<void> {
  await withSql(ownerUrl, checkServer);
  const appLogin = decodeURIComponent(new URL(appUrl).username);
  if (decodeURIComponent(new URL(ownerUrl).username) === appLogin) {
    throw new PlainError(
      "DATABASE_URL and DATABASE_OWNER_URL name the same login: the application must not own its tables.",
    );
  }
  await step("Migrating the database", () => migrate(ownerUrl, { appLogin }));
  await step("Loading reference data", () => seed({ ownerUrl, appUrl, settings }));
}

/** Production starts with secrets of its own only. */
function checkSecrets({ NEXTAUTH_SECRET = "", PUBLIC_URL = "" }: NodeJS.ProcessEnv): void {
  if (NEXTAUTH_SECRET.length < 32 || /^(.)\1+$|change.?me|secret|example/i.test(NEXTAUTH_SECRET)) {
    throw new PlainError(
      "NEXTAUTH_SECRET must be a random text of 32 characters or more: openssl rand -base64 33 makes one.",
    );
  }
  if (PUBLIC_URL && !/^https:\/\//.test(PUBLIC_URL)) {
    throw new PlainError("PUBLIC_URL must begin with https:// : phones keep nothing offline without it.");
  }
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [row] =
    await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
  if (row && row.number < OLDEST) {
    throw new PlainError(`The database is PostgreSQL ${row.name}: CONNECT needs version 15 or newer.`);
  }
}

async function checkLogin(sql: postgres.Sql): Promise<void> {
  const [role] = await sql`
    select rolname as name, rolsuper or rolbypassrls as mighty,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as owned
    from pg_roles where rolname = current_user`;
  if (role?.mighty) {
    throw new PlainError(
      `The login "${role.name}" in DATABASE_URL is a superuser or bypasses row security: give the application a plain login.`,
    );
  }
  if (role?.owned > 0) {
    throw new PlainError(
      `The login "${role?.name}" in DATABASE_URL owns the tables: give the application another login than the owner.`,
    );
  }
}

async function checkMigrated(sql: postgres.Sql): Promise<void> {
  if ((await appliedHash(sql)) !== migrationsHash()) {
    throw new PlainError(
      "The database is not up to date: set DATABASE_OWNER_URL once, so that it can be migrated.",
    );
  }
}

async function refuseDemonstration(sql: postgres.Sql): Promise<void> {
  const [row] =
    await sql`select count(*)::int as accounts from users where demonstration and disabled_at is null`;
  if (row && row.accounts > 0) {
    throw new PlainError(
      `This database holds ${row.accounts} demonstration accounts with published passwords: production does not start on it.`,
    );
  }
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = openSql(url);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function openSql(url: string): postgres.Sql {
  try {
    return postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  } catch {
    throw new PlainError(
      "DATABASE_URL is not an address like postgres://login:password@server:5432/connect.",
    );
  }
}
