import { once } from "node:events";
import { setPriority } from "node:os";
import { closeDatabase } from "@/db/client";
import { startClockAt } from "@/lib/clock";
import { AppError, fromPostgres } from "@/lib/errors";
import { doJob, inTurn } from "@/lib/exchange/job-commands";
import type { FromImporter, ToImporter } from "@/lib/exchange/own-process";
import { beginPacing } from "@/lib/exchange/pace";
import { log } from "@/lib/log";

// A large import of monthly values, in a process of its own (lib/exchange/own-process.ts starts it): what to do comes as a
// message, the file on standard input. People who look at pages come first.
setPriority(10);
beginPacing();
process.once("disconnect", () => process.exit(1));

const [first] = (await once(process, "message")) as [ToImporter];
const ended = new Promise<void>((resolve) => process.once("message", () => resolve()));

async function* file(): AsyncGenerator<Uint8Array> {
  yield* process.stdin;
  await ended;
}

const say = (what: FromImporter) =>
  new Promise<void>((said) => process.send?.(what, undefined, {}, () => said()));

function refusal(error: unknown): FromImporter {
  const known = error instanceof AppError ? error : fromPostgres(error);
  if (!known) log.error({ err: error }, "an import failed");
  return { error: { code: known?.code ?? "unavailable", details: known?.details ?? {} } };
}

if (first !== "ended") {
  const { actor, job, now } = first;
  startClockAt(now);
  const work = () => doJob(actor, job, file(), (kept) => void say({ kept }));
  await say(
    await inTurn(work).then(
      (done) => ({ done }),
      (error) => refusal(error),
    ),
  );
}
await closeDatabase();
process.exit();
