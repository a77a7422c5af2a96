import L from "leaflet";
import type { Position } from "@/lib/maps/geometry";

/** `ratio` is the drawing's height over its width; a sketch is 1000 units wide, whatever the photo's pixels. */
export type MapSpace = Readonly<{ kind: "geo" }> | Readonly<{ kind: "sketch"; ratio: number }>;

const sketchWidth = 1000;
const share = (value: number) => Math.min(1, Math.max(0, value));

export function toLatLng(space: MapSpace, [x, y]: Position): L.LatLng {
  if (space.kind === "geo") return L.latLng(y, x);
  return L.latLng(-y * sketchWidth * space.ratio, x * sketchWidth);
}

/** Six decimals are 11 cm; a place tapped outside a sketch lands on its edge. */
export function toPosition(space: MapSpace, { lat, lng }: L.LatLng): Position {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  if (space.kind === "geo") return [round(L.Util.wrapNum(lng, [-180, 180], true)), round(lat)];
  return [round(share(lng / sketchWidth)), round(share(-lat / (sketchWidth * space.ratio)))];
}

export const sketchBounds = (space: Extract<MapSpace, { kind: "sketch" }>) =>
  L.latLngBounds(toLatLng(space, [0, 1]), toLatLng(space, [1, 0]));
