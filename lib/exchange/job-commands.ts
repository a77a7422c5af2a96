import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import type { Bytes } from "./decode";
import { judgeAnew, judgeImport, undoImport, writeImport } from "./import-commands";
import { type Staged, stageFile, type Via } from "./stage-commands";
import { stageUpload } from "./upload-commands";
import type { ValueFormat } from "./value-row";

/** Reads a file as it arrives, then says what it would do or does it at once; a dry run that the file asks for is one. */
type ReadingJob = Readonly<{
  kind: "read";
  name: string;
  via: Via;
  /** Null: whatever a person chose, told by its first bytes. */
  format: ValueFormat | null;
  asked: Readonly<Record<string, string | undefined>>;
  write: boolean;
}>;
type LaterJob = Readonly<{ kind: "write" | "undo" | "judge"; importId: string }>;
export type ImportJob = ReadingJob | LaterJob;

const later = { write: writeImport, undo: undoImport, judge: judgeAnew } as const;

/** `kept` hears of an import as soon as its file is no longer needed. */
export async function doJob(
  actor: Actor,
  job: ImportJob,
  bytes: Bytes,
  kept: (staged: Staged) => void = () => {},
): Promise<Staged | null> {
  if (job.kind !== "read") {
    await later[job.kind](actor, job.importId);
    return null;
  }
  const staged = await read(actor, job, bytes);
  kept(staged);
  const write = job.write && !staged.options.dryRun;
  await (write ? writeImport : judgeImport)(actor, staged.importId);
  return staged;
}

const read = (actor: Actor, { name, via, format, asked }: ReadingJob, bytes: Bytes) =>
  format
    ? stageFile(actor, { name, via, format, bytes, asked })
    : stageUpload(actor, { name, asked, body: bytes });

/** One large import at a time, whoever asks for it and on however many servers; the next waits. */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  withScope(emptyScope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('imports of values', 0))`);
    return work();
  });
