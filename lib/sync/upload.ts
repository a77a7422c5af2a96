import type { FieldDatabase } from "./database";
import { pictureOf } from "./pictures";
import type { MediaRow } from "./rows";
import { type Transport, TransportError } from "./transport";

/** Sends pictures whose record the server has; one that it refuses stays here with the reason and stops no other. */
export async function uploadMedia(db: FieldDatabase, transport: Transport): Promise<void> {
  const waiting = await db.media.where("state").anyOf("waiting", "sending").toArray();
  for (const media of waiting) {
    if (await recordUnsent(db, media)) continue;
    await db.media.update(media.sha256, { state: "sending" });
    try {
      const blob = await pictureOf(db, media);
      await transport.upload({ ...media, blob }, (sent) => db.media.update(media.sha256, { sent }));
      await db.media.update(media.sha256, { state: "received", code: null });
    } catch (error) {
      const refused = error instanceof TransportError && error.kind === "refused";
      const code = refused ? error.code : null;
      await db.media.update(media.sha256, { state: refused ? "rejected" : "waiting", code });
      if (!refused) throw error;
    }
  }
}

/** Of a picture carried for somebody else, its record comes here only where one works there too. */
async function recordUnsent(db: FieldDatabase, { photoId, from }: MediaRow): Promise<boolean> {
  if (from) {
    const carried = db.carried.filter(
      ({ change, state }) => change.subject === photoId && state === "waiting",
    );
    return (await carried.count()) > 0;
  }
  if (!(await db.records.get(["photo", photoId]))) return true;
  const own = await db.outbox.where("subject").equals(photoId).toArray();
  return own.some(({ state }) => state !== "received" && state !== "conflict");
}
