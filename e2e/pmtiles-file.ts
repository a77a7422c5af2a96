import { deflateSync } from "node:zlib";

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Buffer) =>
  (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] as number) ^ (sum >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey square of 256 pixels. */
function greyTile(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(256, 0);
  head.writeUInt32BE(256, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: 256 }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(256, 200)])),
  );
  const signature = Buffer.of(137, 80, 78, 71, 13, 10, 26, 10);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return [...bytes, left];
}

/** An operator's map as small as can be (PMTiles 3, one entry whose run covers the whole world down to `maxZoom`). */
export function smallestMap(maxZoom = 14): Buffer {
  const tile = greyTile();
  const everywhere = (4 ** (maxZoom + 1) - 1) / 3;
  const root = Buffer.from([
    ...varint(1),
    ...varint(0),
    ...varint(everywhere),
    ...varint(tile.length),
    ...varint(1),
  ]);
  const head = Buffer.alloc(127);
  head.write("PMTiles");
  head[7] = 3;
  const metadata = Buffer.from("{}");
  const at = { root: 127, metadata: 127 + root.length, tiles: 127 + root.length + metadata.length };
  const numbers = [at.root, root.length, at.metadata, metadata.length, at.tiles, 0, at.tiles, tile.length];
  for (const [index, value] of [...numbers, everywhere, 1, 1].entries()) {
    head.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  }
  // Clustered, nothing compressed, PNG.
  head.set([1, 1, 1, 2, 0, maxZoom], 96);
  const world = [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000];
  for (const [index, value] of world.entries()) head.writeInt32LE(value, 102 + index * 4);
  return Buffer.concat([head, root, metadata, tile]);
}
