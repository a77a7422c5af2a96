import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Bytes } from "./decode";
import type { ImportJob } from "./job-commands";
import type { Staged } from "./stage-commands";

export type ToImporter = Readonly<{ actor: Actor; job: ImportJob; now: string } | "ended">;
export type FromImporter = Readonly<
  | { kept: Staged }
  | { done: Staged | null }
  | { error: { code: ErrorCode; details: Readonly<Record<string, unknown>> } }
>;

/** One is at work, the others wait their turn. */
const mostAtOnce = 4;
const program = [
  // Of 512 MB: what is not a heap takes its part too.
  "--max-old-space-size=256",
  ...["--conditions=react-server", "--import", "tsx", "--import", "./scripts/follow-parent.mjs"],
  "scripts/import-values.ts",
];

let running = 0;

/**
 * Does it beside the server, which goes on answering. The process ends with the job or with us; killed alone, what it had
 * read is carried on by another, chunk by chunk.
 */
export async function inOwnProcess(actor: Actor, job: ImportJob, body: Bytes): Promise<Staged | null> {
  if (running >= mostAtOnce) throw new AppError("throttled", { retryAfter: 60 });
  running++;
  try {
    const { answer, kept } = await attempt(actor, job, body);
    if (answer) return answerOf(answer);
    const again: ImportJob | null = job.kind === "read" ? kept && afterReading(job.write, kept) : job;
    if (!again) throw new AppError("unavailable");
    const second = await attempt(actor, again, []);
    if (!second.answer) throw new AppError("unavailable");
    return answerOf(second.answer) ?? kept;
  } finally {
    running--;
  }
}

const afterReading = (write: boolean, { importId, options }: Staged): ImportJob => ({
  kind: write && !options.dryRun ? "write" : "judge",
  importId,
});

type Answer = Exclude<FromImporter, { kept: Staged }>;

function answerOf(answer: Answer): Staged | null {
  if ("error" in answer) throw new AppError(answer.error.code, answer.error.details);
  return answer.done;
}

type Outcome = { answer: Answer | null; kept: Staged | null };

async function attempt(actor: Actor, job: ImportJob, body: Bytes): Promise<Outcome> {
  const outcome: Outcome = { answer: null, kept: null };
  const child = spawn(process.execPath, program, {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["pipe", "inherit", "inherit", "ipc"],
  });
  child.on("message", (said: FromImporter) => {
    if ("kept" in said) outcome.kept = said.kept;
    else outcome.answer = said;
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  tell(child, { actor, job, now: now().toISOString() });
  const [fed, gone] = await Promise.allSettled([feed(child, body), ended]);
  if (gone.status === "rejected") throw gone.reason;
  if (fed.status === "rejected" && !outcome.answer && !outcome.kept) throw fed.reason;
  return outcome;
}

const tell = (child: ChildProcess, what: ToImporter) => {
  if (child.connected) child.send(what, () => {});
};

/** A body that was cut off must not pass for a whole file: only we say where it ends. */
async function feed(child: ChildProcess, body: Bytes): Promise<void> {
  let failed: unknown;
  const watched = async function* () {
    try {
      yield* body;
    } catch (error) {
      failed = error;
      child.kill("SIGKILL");
      throw error;
    }
  };
  // The process may have its answer before it has read everything: then the pipe breaks.
  if (child.stdin) await pipeline(Readable.from(watched()), child.stdin).catch(() => {});
  if (failed) throw failed;
  tell(child, "ended");
}
