import { Dexie, type Table } from "dexie";
import type {
  CarriedItem,
  KnownRow,
  MediaRow,
  OutboxItem,
  RecordRow,
  SealedAnswer,
  TrustBatchRow,
} from "./rows";
import { type Sealer, sealing } from "./store-seal";

/** One database per person on this phone. Upgrades only add: an older version's rows must stay readable. */
export class FieldDatabase extends Dexie {
  declare records: Table<RecordRow, [string, string]>;
  declare outbox: Table<OutboxItem, number>;
  declare media: Table<MediaRow, string>;
  declare carried: Table<CarriedItem, string>;
  declare known: Table<KnownRow, string>;
  declare sealedAnswers: Table<SealedAnswer, string>;
  declare trustBatches: Table<TrustBatchRow, string>;

  /** Set while a store with a PIN is open; without it sealed rows cannot be read. */
  sealer: Sealer | null = null;

  constructor(userId: string) {
    super(`connect-${userId}`);
    this.version(1).stores({
      records: "[type+id], id, type, [type+place], place, district, conflicted, *links",
      outbox: "++seq, &id, subject, state",
      media: "sha256, photoId, state",
      known: "key",
    });
    this.use(sealing(() => this.sealer));
    this.version(2).stores({ carried: "id, state" });
    this.version(3).stores({ sealedAnswers: "id, roundId", trustBatches: "id, roundId, state" });
  }
}

export async function readKnown<T>(db: FieldDatabase, key: string): Promise<T | null> {
  return ((await db.known.get(key))?.value as T | undefined) ?? null;
}

export async function writeKnown(db: FieldDatabase, key: string, value: unknown): Promise<void> {
  await db.known.put({ key, value });
}
