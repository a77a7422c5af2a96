import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { keptProgrammeKey, keptSecret } from "@/db/embedded/secrets";
import { migrationsHash } from "@/db/migrate";
import { dataDir } from "./nation-database";

export type Application = Readonly<{ address: string; stop: () => Promise<void> }>;

/** The production build over a database, as `npm start` runs it. */
export async function startApplication(databaseUrl: string, port: number): Promise<Application> {
  const address = `http://127.0.0.1:${port}`;
  const { DATABASE_OWNER_URL: _owner, PUBLIC_URL: _public, SMTP_URL: _mail, ...rest } = process.env;
  return started(
    ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port)],
    {
      address,
      ready: `${address}/api/health`,
      env: {
        ...rest,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        CONNECT_MODE: "demonstration",
        DATABASE_URL: databaseUrl,
        MIGRATIONS_HASH: migrationsHash(),
        DATA_DIR: dataDir,
        MEDIA_DIR: join(dataDir, "media"),
        PROGRAMME_KEY: keptProgrammeKey(dataDir),
        NEXTAUTH_SECRET: keptSecret(dataDir, "nextauth"),
        NEXTAUTH_URL: address,
      },
    },
  );
}

/** The bare server that a page is held against. */
export function startFloor(databaseUrl: string, port: number): Promise<Application> {
  const address = `http://127.0.0.1:${port}`;
  const args = ["--conditions=react-server", "--import", "tsx", "bench/floor-server.ts"];
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  };
  return started(args, { address, ready: address, env });
}

/** Another page of the same framework, without database. */
export function startFolder(folder: string, port: number): Promise<Application> {
  const address = `http://127.0.0.1:${port}`;
  const { NEXT_DIST_DIR: _ours, ...rest } = process.env;
  const args = [
    "node_modules/next/dist/bin/next",
    "start",
    folder,
    "--hostname",
    "127.0.0.1",
    "--port",
    String(port),
  ];
  return started(args, { address, ready: address, env: { ...rest, NODE_ENV: "production" } });
}

type Start = { address: string; ready: string; env: NodeJS.ProcessEnv };

async function started(args: string[], { address, ready, env }: Start): Promise<Application> {
  const log = openSync(join(dataDir, "application.log"), "a");
  const child = spawn(process.execPath, ["--import", "./scripts/follow-parent.mjs", ...args], {
    env,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  while (!(await fetch(ready).catch(() => null))) {
    if (child.exitCode !== null)
      throw new Error(`${args[0]} did not start: ${join(dataDir, "application.log")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  return gone;
}
