import type { Position } from "./geometry";

export type TileAddress = Readonly<{ z: number; x: number; y: number }>;

/** Up to here the whole of the area is taken; closer only what lies around the villages. */
const wholeAreaZoom = 12;

/** The tile of the web's usual square grid (EPSG:3857) in which a place lies. */
function tileAt([lng, lat]: Position, z: number): TileAddress {
  const side = 2 ** z;
  const phi = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  const share = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  const clamp = (value: number) => Math.max(0, Math.min(side - 1, Math.floor(value * side)));
  return { z, x: clamp((lng + 180) / 360), y: clamp(share) };
}

function block(from: TileAddress, to: TileAddress): TileAddress[] {
  const tiles: TileAddress[] = [];
  for (let x = from.x; x <= to.x; x++) for (let y = from.y; y <= to.y; y++) tiles.push({ z: from.z, x, y });
  return tiles;
}

function spread(points: readonly Position[], z: number, margin: number): TileAddress[] {
  const tiles = points.map((point) => tileAt(point, z));
  const last = 2 ** z - 1;
  const range = (values: number[]) =>
    [Math.max(0, Math.min(...values) - margin), Math.min(last, Math.max(...values) + margin)] as const;
  const [left, right] = range(tiles.map(({ x }) => x));
  const [top, bottom] = range(tiles.map(({ y }) => y));
  return block({ z, x: left, y: top }, { z, x: right, y: bottom });
}

/** The tiles of an area's villages: the area as a whole while it is small, then three by three around each village. */
export function tilesAround(
  villages: readonly Position[],
  { minZoom, maxZoom }: { minZoom: number; maxZoom: number },
): TileAddress[] {
  if (villages.length === 0) return [];
  const found = new Map<string, TileAddress>();
  for (let z = minZoom; z <= maxZoom; z++) {
    const tiles =
      z <= wholeAreaZoom ? spread(villages, z, 0) : villages.flatMap((village) => spread([village], z, 1));
    for (const tile of tiles) found.set(`${z}/${tile.x}/${tile.y}`, tile);
  }
  return [...found.values()];
}
