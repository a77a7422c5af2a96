import "server-only";
import { join, resolve } from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { diskStore } from "./disk-store";
import { s3Store } from "./s3-store";

export type StoredFile = Readonly<{ length: number; body: ReadableStream<Uint8Array> }>;

/** Where pictures are kept, by name; what lies under a name never changes. */
export type MediaStore = Readonly<{
  has(name: string): Promise<boolean>;
  /** Takes a finished local file over: whole under its name, or not at all. */
  keep(path: string, name: string): Promise<void>;
  /** Throws `not_found`. */
  read(name: string): Promise<StoredFile>;
  /** What is not there is gone already. */
  drop(name: string): Promise<void>;
  /** Every name there is, for a backup. */
  names(): Promise<string[]>;
}>;

let bucket: MediaStore | undefined;

/** A bucket when one is configured, else the folder. */
export function mediaStore(): MediaStore {
  const { S3: settings } = env();
  if (!settings) return diskStore(mediaDir());
  bucket ??= s3Store(settings);
  return bucket;
}

function mediaDir(): string {
  const folder = env().MEDIA_DIR;
  return resolve(/* turbopackIgnore: true */ folder);
}

/** On this server's own disk, whatever keeps the finished pictures: what is arriving or being made. */
export const incomingDir = () => join(mediaDir(), "incoming");

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** The name of a picture by its SHA-256; `variant` names what was derived from it (a smaller picture). */
export function mediaName(sha256: string, variant?: string): string {
  if (!isHash(sha256)) throw new AppError("invalid", { field: "sha256" });
  const name = variant ? `${sha256}.${variant}` : sha256;
  return `${variant ? "derived" : "original"}/${sha256.slice(0, 2)}/${name}`;
}
