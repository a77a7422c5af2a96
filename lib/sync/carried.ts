import type { ChangeAnswer } from "@/lib/changes/schema";
import { type FieldDatabase, readKnown } from "./database";
import { deviceId } from "./device-key";
import type { CarriedItem } from "./rows";
import type { Transport } from "./transport";
import { wireLimits } from "./wire-limits";

const size = wireLimits.batch;

/** Sends what this phone carries for others, as they signed it. Their own phones may send it too: the same once. */
export async function pushCarried(db: FieldDatabase, transport: Transport): Promise<void> {
  for (;;) {
    const waiting = await db.carried.where("state").equals("waiting").sortBy("addedAt");
    const batch = waiting.slice(0, size);
    if (batch.length === 0) return;
    const epoch = await readKnown<string>(db, "epoch");
    const changes = batch.map(({ change }) => change);
    const { answers } = await transport.push({ device: await deviceId(db), epoch, changes });
    await noteAnswers(db, batch, answers);
    // An answer for none of them would send the same batch for ever.
    if (!answers.some((answer) => batch.some(({ id }) => id === answer.id))) return;
  }
}

async function noteAnswers(
  db: FieldDatabase,
  batch: readonly CarriedItem[],
  answers: readonly ChangeAnswer[],
): Promise<void> {
  await db.transaction("rw", db.carried, async () => {
    const given = new Map(answers.map((answer) => [answer.id, answer]));
    for (const { id } of batch) {
      const answer = given.get(id);
      if (!answer) continue;
      await db.carried.update(id, { state: answer.status === "rejected" ? "rejected" : "received", answer });
    }
  });
}

/** Gives up somebody's pictures; their own phone still has them. */
export const dropCarriedPictures = (db: FieldDatabase, userId: string) =>
  db.media.filter(({ from }) => from?.userId === userId).delete();

/** Gives up what the server has refused; its author's own phone still has it. */
export const dropCarried = (db: FieldDatabase, id: string) => db.carried.delete(id);
