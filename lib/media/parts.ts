import "server-only";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { dropFile } from "./incoming";
import { mediaLimits } from "./schema";
import { incomingDir } from "./store";

/** Bytes `from`…`to` (both included) of a picture of `total` bytes. */
export type PartRange = Readonly<{ from: number; to: number; total: number }>;
type Part = PartRange & Readonly<{ photoId: string; body: ReadableStream<Uint8Array> | null }>;

/** A phone sends one picture after the other: more half-sent ones than this are left over from earlier attempts. */
const mostPerPerson = 20;
const staleMs = 30 * 24 * 3_600_000;
const sweepEveryMs = 3_600_000;

const folder = () => join(incomingDir(), "parts");
/** Per person: what one has sent half, another cannot finish with other bytes. Both ids are UUIDs. */
const pathOf = ({ userId }: Actor, photoId: string) => join(folder(), `${userId}.${photoId}`);

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** How many bytes of a picture have arrived from this person. */
export const heldBytes = (actor: Actor, photoId: string): Promise<number> => sizeOf(pathOf(actor, photoId));

/** "bytes 0-65535/1048576", or null for a body that is the whole. Throws `invalid` and `too_large`. */
export function partRange(header: string | null): PartRange | null {
  if (header === null) return null;
  const [from = 0, to = -1, total = 0] = (/^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header) ?? [])
    .slice(1)
    .map(Number);
  if (to < from || to >= total) throw new AppError("invalid", { field: "content-range" });
  if (total > mediaLimits.bytes || to - from + 1 > mediaLimits.partBytes) throw new AppError("too_large");
  return { from, to, total };
}

const busy = new Map<string, Promise<unknown>>();

/** Two requests for one picture (a retry overtaking what it repeats) take turns. */
async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = Promise.resolve(busy.get(path)).then(work, work);
  busy.set(path, mine);
  return mine.finally(() => busy.get(path) === mine && busy.delete(path));
}

type Outcome<T> = Readonly<{ have: number; whole?: T }>;

/**
 * Adds a part to what has arrived and says how far that is. What is here already is passed over; a part that does not
 * follow is a `conflict`. A body cut short leaves what came of it. `onWhole` gets the file once it is complete; it
 * stays no longer than that, whatever becomes of it.
 */
export async function keepPart<T>(
  actor: Actor,
  part: Part,
  onWhole: (path: string) => Promise<T>,
): Promise<Outcome<T>> {
  await sweep(actor);
  const path = pathOf(actor, part.photoId);
  return inTurn(path, async () => {
    const before = await sizeOf(path);
    if (part.from > before) throw new AppError("conflict", { have: before });
    await append(path, part, before);
    const have = await sizeOf(path);
    if (have < part.total) return { have };
    try {
      return { have, whole: await onWhole(path) };
    } finally {
      await dropFile(path);
    }
  });
}

async function append(path: string, { from, to, body }: Part, before: number): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const file = await open(path, "a");
  let at = from;
  try {
    for await (const chunk of body ?? []) {
      const end = at + chunk.byteLength;
      if (end > to + 1) throw new AppError("too_large");
      const known = Math.max(0, before - at);
      if (known < chunk.byteLength) await file.writeFile(chunk.subarray(known));
      at = end;
    }
  } catch (error) {
    // The connection was cut: what came is kept, and the phone asks how far it got.
    if (error instanceof AppError) throw error;
  } finally {
    await file.sync();
    await file.close();
  }
}

let sweptAt = 0;

async function sweep({ userId }: Actor): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  const due = Date.now() - sweptAt > sweepEveryMs;
  if (due) sweptAt = Date.now();
  const mine = names.filter((name) => name.startsWith(`${userId}.`));
  if (!due && mine.length < mostPerPerson) return;
  const found = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder(), name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const newest = found.filter(({ name }) => mine.includes(name)).sort((a, b) => b.at - a.at);
  const old = found.filter(({ at }) => at < Date.now() - staleMs);
  const gone = new Set([...old, ...newest.slice(mostPerPerson)].map(({ name }) => name));
  for (const name of gone) await dropFile(join(folder(), name));
}
