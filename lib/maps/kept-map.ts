import { type Entry, FetchSource, findTile, type Header, PMTiles, type Source, zxyToTileId } from "pmtiles";
import type { Position } from "./geometry";
import { type TileAddress, tilesAround } from "./tile-plan";

// The parts of the operator's map that this phone took along, as byte ranges of the file: tiles, and the directories
// that lead to them. The map reads them where they are kept and the network where they are not.
const address = "/api/maps/basemap";
const cacheName = "connect-map";
const aboutKey = "/kept-map/about";
const together = 4;

export type KeptMap = Readonly<{ etag: string; bytes: number; takenAt: string }>;
export type MapPart = Readonly<{
  bytes: number;
  ranges: readonly Readonly<{ offset: number; length: number }>[];
}>;

const kept = (key: string) => globalThis.caches?.match(key, { cacheName });
const keep = async (key: string, answer: Response) =>
  globalThis.caches && (await caches.open(cacheName)).put(key, answer);

/** Bytes of the operator's file as it was when `etag` named it: kept ones first. With `keep`, what is fetched stays. */
class KeptSource implements Source {
  private readonly network = new FetchSource(new URL(address, location.href).href);

  constructor(
    private readonly etag: string,
    private readonly keep = false,
  ) {}

  getKey = () => `${address} ${this.etag}`;

  async getBytes(offset: number, length: number) {
    const key = `/kept-map/${encodeURIComponent(this.etag)}/${offset}-${length}`;
    const known = await kept(key);
    if (known) return { data: await known.arrayBuffer() };
    const { data } = await this.network.getBytes(offset, length);
    if (this.keep) await keep(key, new Response(data));
    return { data };
  }
}

/** What the phone took along; null when nothing. */
export async function keptMap(): Promise<KeptMap | null> {
  const about = await kept(aboutKey);
  return about ? about.json() : null;
}

export async function dropKeptMap(): Promise<void> {
  await globalThis.caches?.delete(cacheName);
}

/** Name of the operator's file as it is now: `none` when there is no file, null when nobody can be asked. */
async function currentEtag(): Promise<string | "none" | null> {
  const known = await fetch(address, { method: "HEAD" }).catch(() => null);
  if (!known || known.status >= 500) return null;
  return known.ok ? (known.headers.get("etag") ?? "unnamed") : "none";
}

/** The operator's map, from the phone or the network; null when there is neither. */
export async function openMap(): Promise<PMTiles | null> {
  const current = await currentEtag();
  const etag = current === null || current === "none" ? (await keptMap())?.etag : current;
  return etag ? new PMTiles(new KeptSource(etag)) : null;
}

type District = Readonly<{ etag: string; part: MapPart }>;

/** What it would take to have the map of these villages without network, before anything of it is fetched. */
export async function measureMap(villages: readonly Position[]): Promise<District | null> {
  const etag = await currentEtag();
  if (!etag || etag === "none") return null;
  // The directories are kept while measuring: offline they are the way to the tiles.
  const map = new PMTiles(new KeptSource(etag, true));
  const header = await map.getHeader();
  const entries = new Map<number, Entry>();
  for (const tile of tilesAround(villages, header)) {
    const entry = await entryOf(map, header, tile);
    if (entry) entries.set(entry.offset, entry);
  }
  const ranges = [...entries.values()].map(({ offset, length }) => ({
    offset: header.tileDataOffset + offset,
    length,
  }));
  return { etag, part: { ranges, bytes: ranges.reduce((sum, { length }) => sum + length, 0) } };
}

async function entryOf(map: PMTiles, header: Header, { z, x, y }: TileAddress): Promise<Entry | null> {
  let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
  // The format allows a root and two levels of leaves.
  for (let depth = 0; depth < 4; depth++) {
    const directory = await map.cache.getDirectory(map.source, offset, length, header);
    const entry = findTile(directory, zxyToTileId(z, x, y));
    if (!entry || entry.runLength > 0) return entry;
    [offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
  }
  return null;
}

type Taking = District & Readonly<{ onBytes: (done: number) => void; now: Date }>;

/** Fetches what is not there yet, four at a time; cut off in the middle it goes on from there when asked again. */
export async function takeMap({ etag, part, onBytes, now }: Taking): Promise<void> {
  const before = await keptMap();
  if (before && before.etag !== etag) await dropKeptMap();
  const source = new KeptSource(etag, true);
  const left = [...part.ranges];
  let done = 0;
  const work = async () => {
    for (let range = left.pop(); range; range = left.pop()) {
      await source.getBytes(range.offset, range.length);
      done += range.length;
      onBytes(done);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  const about: KeptMap = { etag, bytes: part.bytes, takenAt: now.toISOString() };
  await keep(aboutKey, Response.json(about));
}
