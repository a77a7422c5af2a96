import L from "leaflet";
import { type PMTiles, TileType } from "pmtiles";
import { openMap } from "@/lib/maps/kept-map";

export type Basemap = Readonly<{ layer: L.GridLayer; credit: string }>;

/** The operator's tiles, kept on the phone or from our own origin; null when there are none or no way to them. */
export async function basemapLayer(locale: string): Promise<Basemap | null> {
  const tiles = await openMap();
  const header = await tiles?.getHeader().catch(() => null);
  if (!tiles || !header) return null;
  const credit = await creditOf(tiles);
  if (header.tileType === TileType.Mvt) {
    const { vectorBase } = await import("./vector-base");
    return { layer: await vectorBase(tiles, locale), credit };
  }
  const { minZoom, maxZoom } = header;
  const Layer = L.GridLayer.extend({
    createTile: ({ x, y, z }: L.Coords, done: L.DoneCallback) => {
      const image = document.createElement("img");
      image.alt = "";
      void showTile(image, tiles.getZxy(z, x, y), done);
      return image;
    },
  }) as unknown as new (
    options: L.GridLayerOptions,
  ) => L.GridLayer;
  const layer = new Layer({ minZoom: 0, minNativeZoom: minZoom, maxNativeZoom: maxZoom, maxZoom: 20 });
  return { layer, credit };
}

/** What the file says must be said of it, as plain text. */
async function creditOf(tiles: PMTiles): Promise<string> {
  const known = (await tiles.getMetadata().catch(() => null)) as { attribution?: unknown } | null;
  if (typeof known?.attribution !== "string") return "";
  return new DOMParser().parseFromString(known.attribution, "text/html").body.textContent?.trim() ?? "";
}

type Tile = ReturnType<PMTiles["getZxy"]>;

async function showTile(image: HTMLImageElement, wanted: Tile, done: L.DoneCallback): Promise<void> {
  try {
    const tile = await wanted;
    if (tile) {
      const url = URL.createObjectURL(new Blob([tile.data]));
      image.addEventListener("load", () => URL.revokeObjectURL(url), { once: true });
      image.src = url;
    }
    done(undefined, image);
  } catch (error) {
    done(error as Error, image);
  }
}
