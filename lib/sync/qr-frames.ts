import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64, toBase64 } from "./sealing";

// `CONNECT1.<whole>.<number>.<of>.<checksum>.<piece>`: pieces may be read in any order and any number of times.
const mark = "CONNECT1";
const pieceLength = 420;

const hex = (bytes: Uint8Array, length: number) =>
  [...bytes.slice(0, length)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const checksum = (text: string) => hex(sha256(new TextEncoder().encode(text)), 4);

/** The texts of the QR codes that carry these bytes, small enough to be read from a cheap phone's screen. */
export async function framesOf(bytes: Uint8Array): Promise<string[]> {
  const text = toBase64(await packed(bytes));
  const whole = hex(sha256(bytes), 8);
  const count = Math.ceil(text.length / pieceLength);
  return Array.from({ length: count }, (_, index) => {
    const piece = text.slice(index * pieceLength, (index + 1) * pieceLength);
    return [mark, whole, index + 1, count, checksum(`${whole}${index + 1}${piece}`), piece].join(".");
  });
}

export type FrameTaken = "new" | "known" | "other" | "damaged";

/** Gathers frames until all are there. A frame of another series is told apart, never mixed in. */
export class FrameCollector {
  private pieces = new Map<number, string>();
  private whole: string | null = null;
  count = 0;

  get have(): number {
    return this.pieces.size;
  }

  get complete(): boolean {
    return this.count > 0 && this.have === this.count;
  }

  add(text: string): FrameTaken {
    const [start, whole = "", number, count, sum, piece = ""] = text.split(".");
    if (start !== mark) return "other";
    if (checksum(`${whole}${number}${piece}`) !== sum) return "damaged";
    if (this.whole && this.whole !== whole) return "other";
    this.whole = whole;
    this.count = Number(count);
    if (this.pieces.has(Number(number))) return "known";
    this.pieces.set(Number(number), piece);
    return "new";
  }

  /** Throws when what was put together is not what was taken apart. */
  async bytes(): Promise<Uint8Array> {
    const inOrder = [...this.pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    const bytes = await unpacked(fromBase64(inOrder.join("")));
    if (hex(sha256(bytes), 8) !== this.whole) throw new Error("frames do not fit together");
    return bytes;
  }
}

// First byte 1: compressed. Old browsers send and read the plain form.
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  if (!globalThis.CompressionStream) return concatenated(0, bytes);
  return concatenated(1, await through(bytes, new CompressionStream("deflate-raw")));
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const body = bytes.subarray(1);
  return bytes[0] === 1 ? through(body, new DecompressionStream("deflate-raw")) : body;
}

function concatenated(kind: number, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = kind;
  whole.set(bytes, 1);
  return whole;
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(await new Response(source.pipeThrough(stream)).arrayBuffer());
}
