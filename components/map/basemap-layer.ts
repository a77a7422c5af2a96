import L from "leaflet";
import { type PMTiles, TileType } from "pmtiles";
import { openMap } from "@/lib/maps/kept-map";

/** The operator's tiles, kept on the phone or from our own origin; null when there are none or no way to them. */
export async function basemapLayer(): Promise<L.GridLayer | null> {
  const tiles = await openMap();
  const header = await tiles?.getHeader().catch(() => null);
  if (!tiles || !header || header.tileType === TileType.Mvt) return null;
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
  return new Layer({ minZoom: 0, minNativeZoom: minZoom, maxNativeZoom: maxZoom, maxZoom: 20 });
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
