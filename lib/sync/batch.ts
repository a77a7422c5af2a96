import type { Change } from "@/lib/changes/schema";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import type { OutboxItem } from "./rows";
import { wireLimits } from "./wire-limits";

const encoder = new TextEncoder();
const smallest = 4 * 1024;
const key = "batchBytes";

/** What a change weighs on the way, before it is compressed. */
export const changeBytes = (change: Change): number => encoder.encode(JSON.stringify(change)).length;

/** The oldest of what waits, as many as fit; one too heavy for any batch goes alone. */
export function firstBatch(unsent: readonly OutboxItem[], count: number, bytes: number): OutboxItem[] {
  const batch: OutboxItem[] = [];
  let weight = 0;
  for (const item of unsent.slice(0, count)) {
    weight += changeBytes(item.change);
    if (batch.length > 0 && weight > bytes) break;
    batch.push(item);
  }
  return batch;
}

/** How heavy a batch may be on this phone's line just now. */
export const batchBytes = async (db: FieldDatabase): Promise<number> =>
  (await readKnown<number>(db, key)) ?? wireLimits.bytes;

/** A batch that did not come through is halved next time, one that did lets the next be twice as heavy again. */
export async function learnFromBatch(db: FieldDatabase, cameThrough: boolean): Promise<void> {
  const now = await batchBytes(db);
  const next = cameThrough ? Math.min(wireLimits.bytes, now * 2) : Math.max(smallest, Math.floor(now / 2));
  if (next !== now) await writeKnown(db, key, next);
}
