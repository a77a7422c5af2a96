import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from "node:crypto";
import { PlainError } from "../plain";

// Header: magic, salt, check of the key, nonce prefix. Then chunks of 1 MiB, AES-256-GCM each, length before it; the nonce
// carries the chunk's number and whether it is the last, so none can be changed, moved, left out or cut off unseen.

const MAGIC = Buffer.from("CONNECT-BACKUP-1");
const CHUNK = 1 << 20;
const TAG = 16;
const SALT = 16;
const CHECK = 16;
const PREFIX = 7;
const HEADER = MAGIC.length + SALT + CHECK + PREFIX;

type Bytes = AsyncIterable<Uint8Array>;
type Key = { key: Buffer; header: Buffer; prefix: Buffer };

/** Encrypts a stream under a passphrase (scrypt, N = 2^16). */
export async function* seal(source: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const prefix = randomBytes(PREFIX);
  const { key, check } = derive(passphrase, salt);
  const header = Buffer.concat([MAGIC, salt, check, prefix]);
  yield header;
  let index = 0;
  let held: Buffer | undefined;
  for await (const chunk of inChunks(source)) {
    if (held) yield sealChunk({ key, header, prefix }, held, index++, false);
    held = chunk;
  }
  yield sealChunk({ key, header, prefix }, held ?? Buffer.alloc(0), index, true);
}

/** Decrypts; throws one plain sentence for a wrong passphrase, a changed byte, a cut-off file or another kind of file. */
export async function* unseal(source: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new Exactly(source);
  const header = await reader.take(HEADER);
  if (!header?.subarray(0, MAGIC.length).equals(MAGIC))
    throw new PlainError("This file is not a backup of CONNECT.");
  const opened = openHeader(header, passphrase);
  for (let index = 0; ; index++) {
    const length = await reader.take(4);
    const size = length?.readUInt32BE() ?? 0;
    const sealed = length && size >= TAG && size <= CHUNK + TAG ? await reader.take(size) : null;
    if (!sealed) throw new PlainError(length && size > CHUNK + TAG ? damaged : cutOff);
    const last = await reader.atEnd();
    yield openChunk(opened, sealed, index, last);
    if (last) return;
  }
}

const damaged = "The backup is damaged: its contents are not what was written. Nothing was restored.";
const cutOff = "The backup is cut off: the end of the file is missing. Nothing was restored.";

function derive(passphrase: string, salt: Buffer): { key: Buffer; check: Buffer } {
  const derived = scryptSync(passphrase, salt, 64, { N: 1 << 16, r: 8, p: 1, maxmem: 256 << 20 });
  const check = createHash("sha256").update(derived.subarray(32)).digest().subarray(0, CHECK);
  return { key: derived.subarray(0, 32), check };
}

function openHeader(header: Buffer, passphrase: string): Key {
  const salt = header.subarray(MAGIC.length, MAGIC.length + SALT);
  const { key, check } = derive(passphrase, salt);
  if (!header.subarray(MAGIC.length + SALT, -PREFIX).equals(check)) {
    throw new PlainError("The passphrase does not open this backup. Nothing was restored.");
  }
  return { key, header, prefix: header.subarray(-PREFIX) };
}

function nonce(prefix: Buffer, index: number, last: boolean): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt32BE(index);
  rest.writeUInt8(last ? 1 : 0, 4);
  return Buffer.concat([prefix, rest]);
}

function sealChunk({ key, header, prefix }: Key, chunk: Buffer, index: number, last: boolean): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce(prefix, index, last)).setAAD(header);
  const body = Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

function openChunk({ key, header, prefix }: Key, sealed: Buffer, index: number, last: boolean): Buffer {
  const attempt = (asLast: boolean) => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(prefix, index, asLast)).setAAD(header);
    decipher.setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  };
  try {
    return attempt(last);
  } catch {
    throw new PlainError(last && isWhole(() => attempt(false)) ? cutOff : damaged);
  }
}

/** A whole chunk that was not written as the last one, at the end of the file: the rest is missing. */
function isWhole(attempt: () => Buffer): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

async function* inChunks(source: Bytes): AsyncGenerator<Buffer> {
  const reader = new Exactly(source);
  while (!(await reader.atEnd())) yield await reader.upTo(CHUNK);
}

/** Reads a stream in pieces of a wanted size. */
export class Exactly {
  private readonly source: AsyncIterator<Uint8Array>;
  private parts: Buffer[] = [];
  private held = 0;
  private ended = false;

  constructor(source: Bytes) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Exactly `size` bytes, or null when the stream ends before. */
  async take(size: number): Promise<Buffer | null> {
    await this.fill(size);
    return this.held < size ? null : this.cut(size);
  }

  async upTo(size: number): Promise<Buffer> {
    await this.fill(size);
    return this.cut(Math.min(size, this.held));
  }

  async atEnd(): Promise<boolean> {
    await this.fill(1);
    return this.held === 0;
  }

  private async fill(size: number): Promise<void> {
    while (this.held < size && !this.ended) {
      const { value, done } = await this.source.next();
      if (done) this.ended = true;
      else {
        this.parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        this.held += value.byteLength;
      }
    }
  }

  private cut(size: number): Buffer {
    const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts);
    this.parts = all.length > size ? [all.subarray(size)] : [];
    this.held = all.length - size;
    return all.subarray(0, size);
  }
}
