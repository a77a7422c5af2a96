import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Does this zip file unpack to no more than `limit` bytes in no more than `entries` files? Tried by unpacking, because the
 * sizes a file states about itself can lie. Anything that is no plain zip is refused.
 */
export function unpacksWithin(
  file: Uint8Array,
  { limit, entries }: { limit: number; entries: number },
): boolean {
  const zip = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return false;
  const count = zip.readUInt16LE(end + 10);
  if (count > entries) return false;
  let at = zip.readUInt32LE(end + 16);
  let left = limit;
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) return false;
      left -= unpackedSize(zip, at, left);
      if (left < 0) return false;
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
  } catch {
    return false;
  }
  return true;
}

function unpackedSize(zip: Buffer, entry: number, limit: number): number {
  const method = zip.readUInt16LE(entry + 10);
  const packed = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (method === 0) return packed;
  if (method !== 8) throw new RangeError("unknown packing");
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, limit) }).length;
}
