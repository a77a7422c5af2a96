import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gunzip, type Gzip } from "node:zlib";
import { PlainError } from "../plain";
import { Exactly, seal, unseal } from "./seal";

// Parts one after the other: length and name, then pieces with their length, then an empty piece. The manifest is the last.

export type Part = { name: string; body: AsyncIterable<Uint8Array> };
export type Written = { name: string; bytes: number; sha256: string };
export const MANIFEST = "manifest.json";

/** The encrypted file of these parts; the manifest is made when all others are written and their hashes known. */
export const writeArchive = (
  parts: AsyncIterable<Part>,
  manifest: (written: Written[]) => object,
  passphrase: string,
) => seal(through(frames(parts, manifest), createGzip({ level: 6 })), passphrase);

/** The parts of an encrypted file, in order; each body must be read before the next part is asked for. */
async function* readArchive(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Part> {
  const reader = new Exactly(through(unseal(source, passphrase), createGunzip()));
  while (!(await reader.atEnd())) {
    const name = (await sized(reader)).toString();
    yield { name, body: pieces(reader) };
  }
}

export const readArchiveFile = (file: string, passphrase: string) =>
  readArchive(createReadStream(file), passphrase);

/** Reads a body to its end: how long it is and its hash. */
export async function measure({ name, body }: Part): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of body) {
    hash.update(piece);
    bytes += piece.byteLength;
  }
  return { name, bytes, sha256: hash.digest("hex") };
}

async function* frames(
  parts: AsyncIterable<Part>,
  manifest: (written: Written[]) => object,
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  for await (const { name, body } of parts) {
    yield framed(Buffer.from(name));
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of body) {
      if (piece.byteLength === 0) continue;
      hash.update(piece);
      bytes += piece.byteLength;
      yield framed(piece);
    }
    yield framed(Buffer.alloc(0));
    written.push({ name, bytes, sha256: hash.digest("hex") });
  }
  yield framed(Buffer.from(MANIFEST));
  yield framed(Buffer.from(JSON.stringify(manifest(written))));
  yield framed(Buffer.alloc(0));
}

function framed(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.byteLength);
  return Buffer.concat([length, piece]);
}

async function sized(reader: Exactly): Promise<Buffer> {
  const length = await reader.take(4);
  const piece = length && (await reader.take(length.readUInt32BE()));
  if (!piece)
    throw new PlainError(
      "The backup is damaged: its contents are not what was written. Nothing was restored.",
    );
  return piece;
}

async function* pieces(reader: Exactly): AsyncGenerator<Buffer> {
  for (let piece = await sized(reader); piece.length > 0; piece = await sized(reader)) yield piece;
}

/** An error of the source destroys the transform, so it comes out of the iteration. */
async function* through(source: AsyncIterable<Uint8Array>, transform: Gzip | Gunzip): AsyncGenerator<Buffer> {
  pipeline(Readable.from(source), transform).catch(() => {});
  yield* transform;
}
