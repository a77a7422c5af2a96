import { gzipSync } from "node:zlib";

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return [...bytes, left];
}

const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const bytesField = (field: number, content: readonly number[]) => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const numberField = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
const text = (content: string) => [...Buffer.from(content)];

type Drawn = { name: string; type: 1 | 2 | 3; geometry: number[]; props?: Record<string, string> };

/** One layer with one feature, as the vector tile specification 2 writes it. */
function layer({ name, type, geometry, props = {} }: Drawn): number[] {
  const entries = Object.entries(props);
  const tags = entries.flatMap((_, index) => [...varint(index), ...varint(index)]);
  const feature = [
    ...bytesField(2, tags),
    ...numberField(3, type),
    ...bytesField(4, geometry.flatMap(varint)),
  ];
  return bytesField(3, [
    ...numberField(15, 2),
    ...bytesField(1, text(name)),
    ...bytesField(2, feature),
    ...entries.flatMap(([key]) => bytesField(3, text(key))),
    ...entries.flatMap(([, value]) => bytesField(4, bytesField(1, text(value)))),
    ...numberField(5, 4096),
  ]);
}

const move = (x: number, y: number) => [9, zigzag(x), zigzag(y)];
/** The left half of every tile is a lake; a village lies in the middle of the right one. */
const lake = [...move(0, 0), 26, ...[2048, 0, 0, 4096, -2048, 0].map(zigzag), 15];
const tile = gzipSync(
  Buffer.from([
    ...layer({ name: "water", type: 3, geometry: lake, props: { kind: "lake" } }),
    ...layer({
      name: "places",
      type: 1,
      geometry: move(3072, 2048),
      props: { "name:lo": "ບ້ານບໍ່", name: "Ban Bor" },
    }),
  ]),
);

/** An operator's vector map as small as can be: PMTiles 3, one tile whose run covers the world down to zoom 14. */
export function smallestVectorMap(): Buffer {
  const everywhere = (4 ** 15 - 1) / 3;
  const numbers = [1, 0, everywhere, tile.length, 1];
  const root = Buffer.from(numbers.flatMap(varint));
  const metadata = Buffer.from(
    JSON.stringify({ attribution: '<a href="https://example.org">© Example maps</a>' }),
  );
  const head = Buffer.alloc(127);
  head.write("PMTiles");
  head[7] = 3;
  const at = { root: 127, metadata: 127 + root.length, tiles: 127 + root.length + metadata.length };
  const places = [at.root, root.length, at.metadata, metadata.length, at.tiles, 0, at.tiles, tile.length];
  for (const [index, value] of [...places, everywhere, 1, 1].entries())
    head.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  // Clustered; directories plain, tiles gzipped; vector tiles.
  head.set([1, 1, 2, 1, 0, 14], 96);
  for (const [index, value] of [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].entries())
    head.writeInt32LE(value, 102 + index * 4);
  return Buffer.concat([head, root, metadata, tile]);
}
