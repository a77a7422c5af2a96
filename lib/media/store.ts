import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

// Pictures lie on disk under their SHA-256: content never changes under a name, so a half written file is the only danger.

export function mediaDir(): string {
  const folder = env().MEDIA_DIR;
  return resolve(/* turbopackIgnore: true */ folder);
}

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** The place of a stored file; `variant` names what was derived from it (a smaller picture). */
export function mediaPath(sha256: string, variant?: string): string {
  if (!isHash(sha256)) throw new AppError("invalid", { field: "sha256" });
  const name = variant ? `${sha256}.${variant}` : sha256;
  return join(mediaDir(), variant ? "derived" : "original", sha256.slice(0, 2), name);
}

export async function isStored(sha256: string, variant?: string): Promise<boolean> {
  return access(mediaPath(sha256, variant), constants.R_OK).then(
    () => true,
    () => false,
  );
}

export type Received = Readonly<{ path: string; sha256: string; bytes: number }>;

/** Streams a body to a temporary file, hashing as it goes; stops at `limit` bytes with `too_large`. */
export async function receiveFile(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Received> {
  const folder = join(mediaDir(), "incoming");
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const file = await open(path, "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw new AppError("too_large", { limit });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest("hex"), bytes };
}

/** Moves a received file to its place, so that after a power cut it is there whole or not at all. */
export async function keepFile(from: string, sha256: string, variant?: string): Promise<void> {
  const to = mediaPath(sha256, variant);
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  const folder = await open(dirname(to), "r");
  await folder.sync().finally(() => folder.close());
}

export const dropFile = (path: string): Promise<void> => rm(path, { force: true });
