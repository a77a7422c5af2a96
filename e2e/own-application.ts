import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { listenable } from "@/db/embedded/port";
import { migrationsHash } from "@/db/migrate";

const dataDir = resolve(process.env.E2E_DATA_DIR || ".test/e2e");
const kept = (name: string) => JSON.parse(readFileSync(join(dataDir, name), "utf8"));

/** A second application over the same database, on a port of its own, that a journey may kill and start again. */
export class OwnApplication {
  private child: ChildProcess | null = null;
  private port = 0;

  /** With settings of the operator's, beside what every application here has. */
  constructor(private readonly settings: Readonly<Record<string, string>> = {}) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.port ||= (await listenable(0)) ?? 0;
    const log = openSync(join(dataDir, "own-application.log"), "a");
    const next = [
      "node_modules/next/dist/bin/next",
      "start",
      "--hostname",
      "127.0.0.1",
      "--port",
      String(this.port),
    ];
    const own = {
      NODE_ENV: "production",
      CONNECT_MODE: "demonstration",
      DATABASE_URL: kept("addresses.json").appUrl,
      MIGRATIONS_HASH: migrationsHash(),
      DATA_DIR: dataDir,
      MEDIA_DIR: join(dataDir, "media"),
      NEXTAUTH_SECRET: kept("secrets.json").nextauth,
      NEXTAUTH_URL: this.address,
    } as const;
    this.child = spawn(process.execPath, next, {
      env: { ...process.env, ...own, ...this.settings },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    for (;;) {
      // A phone may have reached it, and brought about its death, before this asks.
      if (this.child.signalCode !== null) return;
      if (this.child.exitCode !== null) throw new Error("The application of this journey did not start");
      const healthy = await fetch(`${this.address}/api/health`, { signal: AbortSignal.timeout(5000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (healthy) return;
      await new Promise((again) => setTimeout(again, 100));
    }
  }

  /** As a power cut does: no farewell. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }
}
