import { fromGeoJson, toGeoJson } from "./exchange/geojson";
import { fromGpx, toGpx } from "./exchange/gpx";
import { fromKml, toKml } from "./exchange/kml";

export const writers = { geojson: toGeoJson, kml: toKml, gpx: toGpx } as const;
export const readers = { geojson: fromGeoJson, kml: fromKml, gpx: fromGpx } as const;
