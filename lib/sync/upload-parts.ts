import type { MediaUpload } from "./transport";

/** How far a picture is at the server; null once it is whole there. */
export type Held = number | null;
export type PartWay = Readonly<{
  held(media: MediaUpload): Promise<Held>;
  send(media: MediaUpload, part: Readonly<{ from: number; blob: Blob }>): Promise<Held>;
}>;

const smallest = 32_768;
const usual = 65_536;
/** The server takes no larger part (`mediaLimits.partBytes`). */
const largest = 262_144;
const quickMs = 4_000;
const slowMs = 10_000;
/** Answers of "not from there" in a row before this attempt is given up for the next sync. */
const mostTurns = 5;

/**
 * Sends what the server lacks of a picture, part by part, and says after each how far it is. Whatever cuts it off, the
 * next call goes on from the bytes that arrived. Parts grow on a quick link and shrink on a slow one.
 */
export async function uploadInParts(
  way: PartWay,
  media: MediaUpload,
  onHeld: (bytes: number) => unknown,
): Promise<void> {
  const begun = await way.held(media);
  try {
    await sendFrom({ way, media, onHeld }, begun);
  } catch (error) {
    // Begun in an earlier session, perhaps by a page that was killed: once more from the first byte, then it is refused.
    if (codeOf(error) !== "invalid" || !begun) throw error;
    await sendFrom({ way, media, onHeld }, 0);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : null);

type Sending = Readonly<{ way: PartWay; media: MediaUpload; onHeld: (bytes: number) => unknown }>;

async function sendFrom({ way, media, onHeld }: Sending, start: Held): Promise<void> {
  let held = start;
  let size = usual;
  let turns = 0;
  while (held !== null) {
    const began = performance.now();
    const blob = media.blob.slice(held, held + size);
    const answer = await nextHeld({ way, media, from: held, blob });
    turns = answer === null || answer > held ? 0 : turns + 1;
    if (turns > mostTurns) throw new Error("no_progress");
    held = answer;
    await onHeld(held ?? media.blob.size);
    const took = performance.now() - began;
    if (took < quickMs) size = Math.min(largest, size * 2);
    else if (took > slowMs) size = Math.max(smallest, size / 2);
  }
}

type Part = Readonly<{ way: PartWay; media: MediaUpload; from: number; blob: Blob }>;

/** The server says how far it is when a part does not fit what it has: another tab, or a server that was set back. */
async function nextHeld({ way, media, from, blob }: Part): Promise<Held> {
  try {
    return await way.send(media, { from, blob });
  } catch (error) {
    if (codeOf(error) === "conflict") return way.held(media);
    throw error;
  }
}
