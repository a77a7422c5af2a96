import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { uuidv7 } from "@/lib/changes/uuid";
import type { FieldDatabase } from "@/lib/sync/database";
import { saveRecord } from "@/lib/sync/record";
import { parted, shuffled } from "./batch-order";

/** Of the sealed interviews in the order they are sent; the record that announces a batch carries it. */
export const batchHash = (sealed: readonly string[]): string =>
  bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(sealed))));

type Submitting = Readonly<{ roundId: string; place: string; device: string; declined: number }>;

/**
 * Everything of this round that lies on the phone goes into batches, each announced by a record: together or not at all.
 * Resolves with the number of interviews.
 */
export async function makeBatches(
  db: FieldDatabase,
  { roundId, place, device, declined }: Submitting,
): Promise<number> {
  const tables = [db.sealedAnswers, db.trustBatches, db.records, db.outbox, db.known];
  return db.transaction("rw", tables, async () => {
    const answers = await db.sealedAnswers.where("roundId").equals(roundId).toArray();
    const batches = parted(shuffled(answers.map(({ sealed }) => sealed)));
    // Only refusals: told too, with nothing to follow.
    const told = batches.length === 0 && declined > 0 ? [[]] : batches;
    for (const [at, sealed] of told.entries()) {
      const id = uuidv7();
      const fields = {
        roundId,
        n: sealed.length,
        sha256: batchHash(sealed),
        ...(at === 0 && declined > 0 ? { declined } : {}),
      };
      await saveRecord(db, device, { type: "trustBatch", subject: id, place, fields });
      if (sealed.length > 0) await db.trustBatches.add({ id, roundId, sealed, state: "waiting", code: null });
    }
    await db.sealedAnswers.where("roundId").equals(roundId).delete();
    await db.known.delete(declinedKey(roundId));
    return answers.length;
  });
}

export const declinedKey = (roundId: string) => `declined:${roundId}` as const;
