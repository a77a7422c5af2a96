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
/** Quicker than this, delay weighs more than bytes: fewer, larger parts. */
const quickMs = 5_000;
const slowMs = 20_000;
/** Attempts in a row that bring nothing before the picture waits for the next sync. */
const mostVain = 5;
const breathMs = 500;

type Sending = Readonly<{
  way: PartWay;
  media: MediaUpload;
  onHeld: (bytes: number) => unknown;
  /** For tests, which do not wait. */
  pause?: (ms: number) => Promise<void>;
}>;

/**
 * Sends what the server lacks of a picture, part by part, and says after each how far it is. A link that cuts is tried
 * again at once for as long as something arrives, from the bytes that did; what is left waits for the next call. Parts
 * grow on a quick link and shrink on a slow one and after a cut.
 */
export async function uploadInParts(sending: Sending): Promise<void> {
  const begun = await sending.way.held(sending.media);
  try {
    await sendFrom(sending, begun);
  } catch (error) {
    // Begun in an earlier session, perhaps by a page that was killed: once more from the first byte, then it is refused.
    if (codeOf(error) !== "invalid" || !begun) throw error;
    await sendFrom(sending, 0);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : null);
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function sendFrom({ way, media, onHeld, pause = wait }: Sending, start: Held): Promise<void> {
  let held = start;
  let size = usual;
  let vain = 0;
  while (held !== null) {
    const began = performance.now();
    const blob = media.blob.slice(held, held + size);
    const { answer, cut } = await nextHeld({ way, media, from: held, blob });
    vain = answer === null || answer > held ? 0 : vain + 1;
    if (vain > mostVain) throw cut ?? new Error("no_progress");
    if (vain > 0) await pause(breathMs * vain);
    held = answer;
    await onHeld(held ?? media.blob.size);
    size = nextSize(size, performance.now() - began, cut !== null);
  }
}

function nextSize(size: number, tookMs: number, cut: boolean): number {
  if (cut || tookMs > slowMs) return Math.max(smallest, size / 2);
  return tookMs < quickMs ? Math.min(largest, size * 2) : size;
}

type Part = Readonly<{ way: PartWay; media: MediaUpload; from: number; blob: Blob }>;

/**
 * The server says how far it is when a part does not fit what it has (another tab, a server set back) and after a cut;
 * a cut while asking counts as nothing arrived.
 */
async function nextHeld({ way, media, from, blob }: Part): Promise<{ answer: Held; cut: Error | null }> {
  try {
    return { answer: await way.send(media, { from, blob }), cut: null };
  } catch (error) {
    const cut = codeOf(error) === "offline" ? (error as Error) : null;
    if (!cut && codeOf(error) !== "conflict") throw error;
    const held = way.held(media).catch((again) => {
      if (codeOf(again) === "offline") return from;
      throw again;
    });
    return { answer: await held, cut };
  }
}
