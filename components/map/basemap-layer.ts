import L from "leaflet";
import { PMTiles, TileType } from "pmtiles";

const address = "/api/maps/basemap";

/** The operator's tiles, from our own origin; null when none are configured or there is no network. */
export async function basemapLayer(): Promise<L.GridLayer | null> {
  const known = await fetch(address, { method: "HEAD" }).catch(() => null);
  if (!known?.ok) return null;
  const tiles = new PMTiles(new URL(address, location.href).href);
  const { tileType, minZoom, maxZoom } = await tiles.getHeader();
  if (tileType === TileType.Mvt) return null;
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
