import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startOf } from "./processes";

// Several commands may use one server at once (start and backup, two test runs). Each leaves a lease while it lives;
// the last one out stops the server, and a server without a living lease is an orphan of a killed process.

const folder = (home: string) => join(home, "leases");

export function takeLease(home: string): void {
  mkdirSync(folder(home), { recursive: true });
  writeFileSync(join(folder(home), String(process.pid)), startOf(process.pid) ?? "");
}

export function dropLease(home: string): void {
  rmSync(join(folder(home), String(process.pid)), { force: true });
}

/** Process ids of the other living users of the server; leases of the dead are removed. */
export function otherLeases(home: string): number[] {
  mkdirSync(folder(home), { recursive: true });
  return readdirSync(folder(home)).flatMap((name) => {
    const pid = Number(name);
    if (pid === process.pid) return [];
    if (isSame(join(folder(home), name), pid)) return [pid];
    rmSync(join(folder(home), name), { force: true });
    return [];
  });
}

function isSame(file: string, pid: number): boolean {
  try {
    const start = startOf(pid);
    return start !== null && readFileSync(file, "utf8") === start;
  } catch {
    return false;
  }
}

/** Runs one at a time per home across processes; the lock of a killed process does not hold. */
export async function exclusively<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = join(home, "starting.lock");
  const until = Date.now() + 120_000;
  while (!tryLock(file)) {
    if (Date.now() > until)
      throw new Error(`Another process has been starting the database for two minutes (${file}).`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startOf(process.pid)}`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return breakStaleLock(file);
  }
}

function breakStaleLock(file: string): boolean {
  try {
    const [pid, start] = readFileSync(file, "utf8").split(" ");
    if (pid && start && startOf(Number(pid)) !== start) rmSync(file, { force: true });
  } catch {
    // Released between the two looks: the next try takes it.
  }
  return false;
}
