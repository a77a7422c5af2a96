import "server-only";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import type { Bytes } from "./decode";
import { doJob, type ImportJob } from "./job-commands";
import { inOwnProcess } from "./own-process";
import { importSize } from "./queries";
import type { Staged } from "./stage-commands";

type Reading = Omit<Extract<ImportJob, { kind: "read" }>, "kind">;
type Later = Exclude<ImportJob["kind"], "read">;

/** What is small is done where it was asked for; a process of its own takes longer to start. */
const small = { bytes: 1_000_000, values: 5000 };

/** Takes in a file of values of any length: read, and looked at or written. */
export async function bringIn(actor: Actor, reading: Reading, body: Bytes): Promise<Staged> {
  requireCan(actor, "values.import");
  const job = { kind: "read", ...reading } as const;
  const { whole, bytes } = await beginningOf(body);
  const staged = await (whole ? doJob : inOwnProcess)(actor, job, bytes);
  if (!staged) throw new AppError("unavailable");
  return staged;
}

/** Writes, takes back or looks anew at an import that was read before. */
export async function carryOn(actor: Actor, kind: Later, importId: string): Promise<void> {
  const values = await importSize(actor, importId);
  await (values <= small.values ? doJob : inOwnProcess)(actor, { kind, importId }, []);
}

async function beginningOf(body: Bytes): Promise<{ whole: boolean; bytes: Bytes }> {
  const pieces = (async function* () {
    yield* body;
  })();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size <= small.bytes) {
    const { value, done } = await pieces.next();
    if (done) return { whole: true, bytes: first };
    first.push(value);
    size += value.byteLength;
  }
  const all = async function* () {
    yield* first.splice(0);
    yield* pieces;
  };
  return { whole: false, bytes: all() };
}
