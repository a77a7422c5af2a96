import { connect } from "node:net";
import { resolve } from "node:path";
import postgres from "postgres";
import { findRunning, initialise, launch, type Running, stopRunning } from "./embedded/cluster";
import { type Home, locateHome } from "./embedded/home";
import { dropLease, exclusively, otherLeases, takeLease } from "./embedded/leases";
import { keptPort } from "./embedded/port";
import { keptSecret } from "./embedded/secrets";

export type EmbeddedServer = {
  /** Owner of the database: migrates, seeds, backs up. Not a superuser. */
  ownerUrl: string;
  /** The login of the running application; exists after `migrate(ownerUrl, { appPassword })`. */
  appUrl: string;
  appPassword: string;
  superUrl: string;
  port: number;
  /** The folder that holds the database; `elsewhere` when that is not inside `dataDir`. */
  folder: string;
  elsewhere: boolean;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  port?: number;
  database?: string;
  /** Make the database when it is absent (default true). */
  create?: boolean;
  settings?: Record<string, string>;
};

/**
 * Starts PostgreSQL 18 from npm, or joins the one that another living process has started in the same folder.
 * Recovers from any kill: an orphaned server is stopped in order first. `stop()` ends it when nobody else uses it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const home = locateHome(dataDir);
  return exclusively(home.folder, async () => {
    const running = (await joinable(home)) ?? (await begin({ ...options, dataDir, home }));
    takeLease(home.folder);
    const server = addresses({ ...options, dataDir, home, running });
    await prepare(server, options);
    return server;
  });
}

async function joinable(home: Home): Promise<Running | null> {
  const running = findRunning(home);
  if (!running) return null;
  // One that was killed a moment ago may still be named, and its user still hold a lease: neither answers any more.
  if (otherLeases(home.folder).length > 0 && (await answers(running))) return running;
  await stopRunning(running);
  return null;
}

const answers = ({ port }: Running) =>
  new Promise<boolean>((tell) => {
    const line = connect(port, "127.0.0.1");
    line.once("connect", () => {
      line.destroy();
      tell(true);
    });
    line.once("error", () => tell(false));
  });

type Place = EmbeddedOptions & { home: Home };

async function begin({ dataDir, home, port, settings = {} }: Place): Promise<Running> {
  initialise(home, keptSecret(dataDir, "postgresSuperuser"));
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch({ home, port: port ?? (await keptPort(dataDir)), settings });
    } catch (error) {
      // After a kill the last backends of the old server need a moment to notice that it is gone, and the system to
      // bury its process.
      const passing =
        /still in use|Address already in use|could not create any TCP|postmaster\.pid.* already exists/.test(
          String(error),
        );
      if (!passing || attempt === 20)
        throw new Error(`The database does not start: ${(error as Error).message}`);
      await new Promise((next) => setTimeout(next, 500));
    }
  }
}

function addresses({
  dataDir,
  home,
  database = "connect",
  running,
}: Place & { running: Running }): EmbeddedServer {
  const appPassword = keptSecret(dataDir, "postgresApp");
  const url = (user: string, password: string, name = database) =>
    `postgres://${user}:${password}@127.0.0.1:${running.port}/${name}`;
  return {
    ownerUrl: url("connect_owner", keptSecret(dataDir, "postgresOwner")),
    appUrl: url("connect_login", appPassword),
    appPassword,
    superUrl: url("postgres", keptSecret(dataDir, "postgresSuperuser"), "postgres"),
    port: running.port,
    folder: home.folder,
    elsewhere: home.elsewhere,
    stop: () => leave(home),
  };
}

async function leave(home: Home): Promise<void> {
  await exclusively(home.folder, async () => {
    dropLease(home.folder);
    const running = findRunning(home);
    if (running && otherLeases(home.folder).length === 0) await stopRunning(running);
  });
}

async function prepare(server: EmbeddedServer, { database = "connect", create = true }: EmbeddedOptions) {
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  try {
    const password = new URL(server.ownerUrl).password;
    const [role] = await sql`select 1 from pg_roles where rolname = 'connect_owner'`;
    const verb = role ? "alter" : "create";
    await sql.unsafe(`${verb} role connect_owner login createdb createrole password '${password}'`);
    const [known] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!known && create) await sql`create database ${sql(database)} owner connect_owner`;
  } finally {
    await sql.end();
  }
}
