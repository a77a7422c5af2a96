import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { PlainError } from "./plain";

/** Node with what our own scripts need: path aliases, TypeScript, server-only modules; ends when we are killed. */
export const scriptArgs = [
  "--conditions=react-server",
  "--import",
  "tsx",
  "--import",
  "./scripts/follow-parent.mjs",
];

const running = new Set<ChildProcess>();

export type Run = { args: string[]; env?: NodeJS.ProcessEnv; log?: string };

/** Own process group: Ctrl-C reaches the script, which stops its children in the right order. */
export function startNode({ args, env = process.env, log }: Run): ChildProcess {
  if (log) mkdirSync(dirname(log), { recursive: true });
  const output = log ? openSync(log, "a") : ("inherit" as const);
  const options: SpawnOptions = { env, detached: true, stdio: ["ignore", output, output] };
  const child = spawn(process.execPath, args, options);
  if (typeof output === "number") closeSync(output);
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Runs to the end; a failure shows the last lines of its output. */
export async function runNode(run: Run & { log: string; what: string }): Promise<void> {
  const begin = sizeOf(run.log);
  const child = startNode(run);
  const code = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (status) => resolve(status ?? 1));
  });
  if (code === 0) return;
  const output = readFileSync(run.log).subarray(begin).toString().trim();
  if (/ENOSPC|No space left/i.test(output))
    throw new PlainError("The disk is full: free some space and start again.");
  throw new PlainError(`${run.what} failed:\n${output.split("\n").slice(-25).join("\n")}\n(${run.log})`);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** Asks every child to end, then makes it. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map((child) => stopChild(child)));
}

async function stopChild(child: ChildProcess, patience = 8000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await gone;
  clearTimeout(timer);
}
