import { now } from "@/lib/clock";
import { type FieldDatabase, readKnown } from "./database";
import { openStates } from "./rows";

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/**
 * The queue as a file: changes that the server has not settled, signed as they are, and pictures not yet sent.
 * What is in it may not change any more, so that reading it in later and sending it twice are harmless.
 */
export async function safetyCopy(db: FieldDatabase): Promise<Blob> {
  const items = await db.transaction("rw", db.outbox, async () => {
    const open = db.outbox.where("state").anyOf(openStates);
    await open.modify({ sealed: true });
    return open.sortBy("seq");
  });
  const waiting = await db.media.where("state").notEqual("received").toArray();
  const media = await Promise.all(
    waiting.map(async ({ sha256, photoId, type, blob }) => ({
      sha256,
      photoId,
      type,
      data: await base64Of(blob),
    })),
  );
  const copy = {
    format: "connect-safety-copy",
    version: 1,
    madeAt: now().toISOString(),
    userId: db.name.slice("connect-".length),
    deviceId: await readKnown<string>(db, "deviceId"),
    changes: items.map(({ change, state }) => ({ state, change })),
    media,
  };
  return new Blob([JSON.stringify(copy, null, 1)], { type: "application/json" });
}
