import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Home } from "./home";
import { commandOf, ended, startOf } from "./processes";

export type Running = { pid: number; port: number };

/** Makes the cluster under another name first, so that a killed first start leaves nothing half made. */
export function initialise(home: Home, superPassword: string): void {
  if (existsSync(join(home.pgdata, "PG_VERSION"))) return;
  const partial = `${home.pgdata}.initialising`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  // pg_trgm asks the system's character classes; under plain C it would see no Lao letter at all.
  const ctypes = ["C.UTF-8", "en_US.UTF-8", "C"];
  const failures: string[] = [];
  for (const ctype of ctypes) {
    const failure = runInitdb({ home, partial, superPassword, ctype });
    if (failure === null) {
      renameSync(partial, home.pgdata);
      return;
    }
    failures.push(failure);
    if (!failure.includes("invalid locale")) break;
  }
  throw new Error(`The database could not be made in ${home.pgdata}: ${failures.at(-1)}`);
}

type Initdb = { home: Home; partial: string; superPassword: string; ctype: string };

function runInitdb({ home, partial, superPassword, ctype }: Initdb): string | null {
  const pwfile = join(home.folder, "initdb-password");
  writeFileSync(pwfile, superPassword, { mode: 0o600 });
  const { uid, gid } = home.account;
  if (uid !== undefined && gid !== undefined) {
    chownSync(pwfile, uid, gid);
    chownSync(partial, uid, gid);
  }
  const locale = [
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
  ];
  const options = ["--encoding=UTF8", "--data-checksums", "--auth=scram-sha-256", "--username=postgres"];
  const result = spawnSync(
    join(home.binaries, "bin/initdb"),
    ["-D", partial, `--pwfile=${pwfile}`, ...locale, ...options],
    { ...home.account, cwd: "/", env: environment(), encoding: "utf8" },
  );
  rmSync(pwfile, { force: true });
  if (result.status === 0) return null;
  return result.error?.message ?? lastError(result.stderr);
}

/** The living server of this data folder, if any; a stale pid file that names somebody else's process is removed. */
export function findRunning(home: Home): Running | null {
  const file = join(home.pgdata, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (startOf(pid) !== null && commandOf(pid).includes(home.pgdata)) return { pid, port: Number(lines[3]) };
  rmSync(file, { force: true });
  return null;
}

export async function stopRunning({ pid }: Running): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await ended(pid, patience)) return;
  }
  throw new Error(`The database server (process ${pid}) does not stop.`);
}

export type Launch = { home: Home; port: number; settings: Record<string, string> };

/** Starts the server in its own process group: Ctrl-C reaches us, and we stop it in order. */
export async function launch({ home, port, settings }: Launch): Promise<Running> {
  const log = join(home.folder, "postgres.log");
  const tooLong = existsSync(log) && statSync(log).size > 10_000_000;
  const output = openSync(log, tooLong ? "w" : "a");
  const begin = statSync(log).size;
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    jit: "off",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(
    join(home.binaries, "bin/postgres"),
    ["-D", home.pgdata, "-p", String(port), ...flags],
    {
      ...home.account,
      cwd: "/",
      detached: true,
      env: environment(),
      stdio: ["ignore", output, output],
    },
  );
  closeSync(output);
  child.unref();
  let failed = "";
  child.on("error", (error) => {
    failed = error.message;
  });
  child.on("exit", () => {
    // A folder that was removed while its server ran has no log to read.
    failed ||= existsSync(log) ? lastError(readFileSync(log).subarray(begin).toString()) : "gone";
  });
  while (!isReady(home, child.pid)) {
    if (failed) throw new Error(failed);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { pid: child.pid ?? 0, port };
}

/** This very server: the file of one that was killed says "ready" until the next has written its own. */
function isReady(home: Home, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(home.pgdata, "postmaster.pid"), "utf8").split("\n");
    return lines[0]?.trim() === String(pid) && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

function lastError(output: string): string {
  const lines = output.split("\n").filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  return (
    lines.at(-1)?.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, "") ?? output.trim().split("\n").at(-1) ?? ""
  );
}

/** PG* variables of the caller's shell must not steer our own server. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_"),
  );
  return { ...Object.fromEntries(kept), LC_MESSAGES: "C", NODE_ENV: process.env.NODE_ENV };
}
