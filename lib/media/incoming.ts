import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import { incomingDir } from "./store";

export type Received = Readonly<{ path: string; sha256: string; bytes: number }>;

/** The path of a new file that nobody else knows yet. */
export async function newIncoming(): Promise<string> {
  await mkdir(incomingDir(), { recursive: true });
  return join(incomingDir(), randomUUID());
}

/** Streams a body to a temporary file, hashing as it goes; stops at `limit` bytes with `too_large`. */
export async function receiveFile(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Received> {
  const path = await newIncoming();
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
    await dropFile(path);
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest("hex"), bytes };
}

/** A file that arrived in pieces, as if it had come in one. */
export async function assembledFile(path: string): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, sha256: hash.digest("hex"), bytes };
}

export const dropFile = (path: string): Promise<void> => rm(path, { force: true });
