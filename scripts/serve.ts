import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listenable } from "@/db/embedded/port";
import { startOf } from "@/db/embedded/processes";
import { keptProgrammeKey, keptSecret } from "@/db/embedded/secrets";
import { migrationsHash } from "@/db/migrate";
import { buildOnce } from "./build";
import { startNode, stopChildren } from "./child";
import { type OpenDatabase, openDemonstration } from "./demonstration-database";
import { checkMediaStore } from "./media-store";
import { main, PlainError } from "./plain";
import { openProduction } from "./production-database";
import { readSettings, type Settings } from "./settings";
import { printWelcome } from "./welcome";

const development = process.argv.includes("--dev");
let stopping = false;

await main(async () => {
  const settings = readSettings();
  await checkPort(settings);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  try {
    await serve(settings);
  } catch (error) {
    // Whatever was under way has been interrupted on purpose.
    if (!stopping) throw error;
  }
});
process.exit();

/** Ends the children; the steps that waited for them then unwind in order. */
function interrupt(): void {
  if (stopping) return;
  stopping = true;
  console.log("\nStopping …");
  void stopChildren();
}

async function serve(settings: Settings): Promise<void> {
  await checkMediaStore();
  const database = await openDatabase(settings);
  try {
    if (!development && !stopping) await buildOnce(settings.distDir, settings.dataDir);
    if (stopping) return;
    const application = startApplication(settings, database);
    const ended = new Promise((resolve) => application.once("exit", resolve));
    await answering(settings, application);
    if (!stopping) printWelcome(settings);
    await ended;
    if (!stopping) throw new PlainError(`The application ended unexpectedly.${lastLines(settings)}`);
  } finally {
    await stopChildren();
    rmSync(noteOf(settings.dataDir), { force: true });
    await database.stop();
  }
}

async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.mode === "production") return openProduction(settings);
  const opened = await openDemonstration(settings, process.argv.includes("--fresh"));
  const { ownerUrl, appUrl } = opened;
  // For scripts and browser tests beside the running server: 0600, like the secrets it is made of.
  const addresses = JSON.stringify({ address: settings.address, ownerUrl, appUrl }, null, 2);
  writeFileSync(join(settings.dataDir, "addresses.json"), addresses, { mode: 0o600 });
  return opened;
}

/** What an earlier start left behind when it was killed ends by itself within a second. */
async function checkPort({ port, host, dataDir, address }: Settings): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    if (await listenable(port, host)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!isOurs(dataDir)) break;
  }
  if (await listenable(port, host)) return;
  throw new PlainError(
    isOurs(dataDir)
      ? `CONNECT is already running at ${address}; stop it first, or choose another port: PORT=${port + 1} npm start.`
      : `Port ${port} is used by another program; choose another one: PORT=${port + 1} npm start.`,
  );
}

function noteOf(dataDir: string): string {
  return join(dataDir, "application.json");
}

function isOurs(dataDir: string): boolean {
  if (!existsSync(noteOf(dataDir))) return false;
  const { pid, start } = JSON.parse(readFileSync(noteOf(dataDir), "utf8"));
  return start !== null && startOf(pid) === start;
}

function startApplication(settings: Settings, { appUrl }: OpenDatabase): ChildProcess {
  const { DATABASE_OWNER_URL: _owner, BACKUP_PASSPHRASE: _phrase, ...rest } = process.env;
  const demonstration = settings.mode === "demonstration";
  const child = startNode({
    args: [
      "--import",
      "./scripts/follow-parent.mjs",
      "node_modules/next/dist/bin/next",
      development ? "dev" : "start",
      ...["--hostname", settings.host, "--port", String(settings.port)],
    ],
    env: {
      ...rest,
      NODE_ENV: development ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      CONNECT_MODE: settings.mode,
      DATABASE_URL: appUrl,
      MIGRATIONS_HASH: migrationsHash(),
      DATA_DIR: settings.dataDir,
      MEDIA_DIR: settings.mediaDir,
      PROGRAMME_KEY: rest.PROGRAMME_KEY || keptProgrammeKey(settings.dataDir),
      NEXTAUTH_SECRET: demonstration ? keptSecret(settings.dataDir, "nextauth") : rest.NEXTAUTH_SECRET,
      NEXTAUTH_URL: rest.NEXTAUTH_URL || rest.PUBLIC_URL || settings.address,
    },
    ...(demonstration && !development ? { log: join(settings.dataDir, "application.log") } : {}),
  });
  writeFileSync(noteOf(settings.dataDir), JSON.stringify({ pid: child.pid, start: startOf(child.pid ?? 0) }));
  return child;
}

async function answering({ port, host, dataDir }: Settings, child: ChildProcess): Promise<void> {
  const at = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  while (child.exitCode === null && !stopping) {
    const answer = await fetch(`http://${at}:${port}/api/health`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!stopping) throw new PlainError(`The application did not start.${lastLines({ dataDir })}`);
}

function lastLines({ dataDir }: Pick<Settings, "dataDir">): string {
  const log = join(dataDir, "application.log");
  return existsSync(log) ? `\n${readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n")}` : "";
}
