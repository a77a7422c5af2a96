import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { ethnicGroups } from "@/db/schema/profiles";
import { instruments, trustRounds } from "@/db/schema/trust";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { derivedId } from "@/lib/changes/derived-id";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { SheetRow } from "@/lib/plans/spreadsheet-import";
import { answerRow } from "./answer-row";
import { parted, shuffled } from "./batch-order";
import { type PaperAnswer, type PaperError, readPaper } from "./paper-rows";
import type { Instrument } from "./schema";

export type PaperImport =
  | Readonly<{ refused: "columns" | "empty" }>
  | Readonly<{ refused?: never; people: number; errors: readonly PaperError[]; taken: number }>;

type Asked = Readonly<{ roundId: string; file: Uint8Array; rows: readonly SheetRow[]; confirm: boolean }>;

/**
 * A paper round, one row a person. Without `confirm` it says what would be taken and every mistake with its row; with it all is
 * taken, or nothing while there are mistakes. Shuffled, without row, file or date: like interviews on a phone. The same
 * file again counts once.
 */
export function importPaper(actor: Actor, { roundId, file, rows, confirm }: Asked): Promise<PaperImport> {
  return withScope(actor.scope, async (tx) => {
    const { round, instrument } = await paperRound(tx, actor, roundId);
    const groups = await tx.select().from(ethnicGroups);
    const exposureGroups = round.exposureGroups;
    const read = readPaper(rows, { instrument, exposureGroups, groups });
    if (read.refused) return { refused: read.refused };
    const { answers, errors } = read;
    const told = { people: answers.length, errors };
    if (!confirm || errors.length > 0) return { ...told, taken: 0 };
    // The same file for the same round makes the same records, so that it counts once.
    const hash = createHash("sha256").update(file).digest("hex");
    for (const [at, batch] of parted(shuffled(answers)).entries()) {
      const name = [roundId, hash, String(at)];
      const [subject, changeId] = [await derivedId("batch", ...name), await derivedId("change", ...name)];
      await take(tx, actor, { subject, changeId, round, instrument, batch });
    }
    return { ...told, taken: answers.length };
  });
}

/** The questionnaire of a round, for the sheet's first row. */
export const paperInstrument = (actor: Actor, roundId: string): Promise<Instrument> =>
  withScope(actor.scope, async (tx) => (await paperRound(tx, actor, roundId)).instrument);

/** The round that somebody brings on paper, with its questionnaire. */
async function paperRound(tx: Transaction, actor: Actor, roundId: string) {
  const [found] = await tx
    .select({ round: trustRounds, instrument: instruments })
    .from(trustRounds)
    .innerJoin(instruments, eq(instruments.id, trustRounds.instrumentId))
    .where(and(eq(trustRounds.id, roundId), isNull(trustRounds.deletedAt)));
  if (!found?.round.villageId) throw new AppError("not_found");
  requireCan(actor, "trust.record", found.round);
  return { round: found.round, instrument: found.instrument as unknown as Instrument & { id: string } };
}

type Batch = Readonly<{
  changeId: string;
  subject: string;
  round: typeof trustRounds.$inferSelect;
  instrument: Instrument & { id: string };
  batch: readonly PaperAnswer[];
}>;

async function take(tx: Transaction, actor: Actor, given: Batch): Promise<void> {
  const { changeId, subject, round, instrument, batch } = given;
  // Of nothing that is in the answers: whoever guessed them could try a hash of them.
  const sha256 = randomBytes(32).toString("hex");
  const fields = { roundId: round.id, n: batch.length, sha256 };
  const change = newChange({ type: "trustBatch", subject, place: round.villageId, fields, madeAt: now() });
  await applyOnce(tx, actor, { ...change, id: changeId });
  const rows = batch.map((answer) => answerRow(instrument, answer));
  await tx.execute(sql`select trust_take(${subject}, ${JSON.stringify(rows)}::jsonb)`);
}
