import { type FieldDatabase, readKnown, writeKnown } from "@/lib/sync/database";
import { openedStore } from "@/lib/sync/local-store";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { notStored } from "@/lib/sync/storage-trouble";
import { declinedKey, makeBatches } from "./batch";
import { keepInterview } from "./interviews";
import type { TrustAnswer } from "./schema";

function store() {
  const opened = openedStore();
  if (!opened) throw new Error("the store is not open");
  return opened;
}

/** Seals a finished interview and keeps it; whoever waits must not think it kept when it was not. */
export async function finishInterview(answer: TrustAnswer): Promise<void> {
  const { db } = store();
  const programme = await readKnown<ProgrammeKey>(db, "programme");
  if (!programme) throw new Error("no key to seal with");
  await keepInterview(db, programme, answer).catch(notStored);
}

/** One more person who did not want to be asked: a number, nothing else. */
export async function countDeclined(roundId: string): Promise<void> {
  const { db } = store();
  await db
    .transaction("rw", db.known, async () => {
      await writeKnown(db, declinedKey(roundId), (await declinedOf(db, roundId)) + 1);
    })
    .catch(notStored);
}

const declinedOf = async (db: FieldDatabase, roundId: string): Promise<number> =>
  (await readKnown<number>(db, declinedKey(roundId))) ?? 0;

/** Shuffles and announces what lies here of the round; it goes out with the next exchange. */
export async function submitRound(roundId: string, place: string): Promise<void> {
  const { db, device, engine } = store();
  const declined = await declinedOf(db, roundId);
  await makeBatches(db, { roundId, place, device, declined }).catch(notStored);
  engine.kick();
}

export type SealedRound = Readonly<{
  roundId: string;
  interviews: number;
  waiting: boolean;
  refused: string | null;
}>;

/** Every round of which something lies here that the server does not have. */
export async function sealedByRound(db: FieldDatabase): Promise<SealedRound[]> {
  const batches = await db.trustBatches.where("state").anyOf("waiting", "rejected").toArray();
  const kept = await db.sealedAnswers.orderBy("roundId").keys();
  const ids = new Set([...(kept as string[]), ...batches.map(({ roundId }) => roundId)]);
  return [...ids].map((roundId) => {
    const own = batches.filter((batch) => batch.roundId === roundId);
    const sent = own.reduce((sum, { sealed }) => sum + sealed.length, 0);
    return {
      roundId,
      interviews: kept.filter((key) => key === roundId).length + sent,
      waiting: own.some(({ state }) => state === "waiting"),
      refused: own.find(({ state }) => state === "rejected")?.code ?? null,
    };
  });
}

/** What the round's screen shows of this phone: how many, never what. */
export async function roundOnPhone(db: FieldDatabase, roundId: string) {
  const batches = await db.trustBatches.where("roundId").equals(roundId).toArray();
  return {
    interviews: await db.sealedAnswers.where("roundId").equals(roundId).count(),
    declined: await declinedOf(db, roundId),
    waiting: batches.some(({ state }) => state === "waiting"),
    refused: batches.find(({ state }) => state === "rejected")?.code ?? null,
  };
}
