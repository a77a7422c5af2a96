import type { FieldDatabase } from "@/lib/sync/database";
import { type ProgrammeKey, sealForProgramme } from "@/lib/sync/programme-key";
import type { TrustAnswer } from "./schema";

/** Longer than the longest interview: all of them have the same length once sealed. */
const length = 512;

/** A finished interview, sealed at once: from here on this phone only knows that there is one more. */
export async function keepInterview(
  db: FieldDatabase,
  programme: ProgrammeKey,
  answer: TrustAnswer,
): Promise<void> {
  const sealed = await sealForProgramme(programme, { text: JSON.stringify(answer), length });
  await db.sealedAnswers.add({ id: crypto.randomUUID(), roundId: answer.roundId, sealed });
}
