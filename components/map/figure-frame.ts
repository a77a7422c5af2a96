import { boundingBox, type Position, toLocalMetres } from "@/lib/maps/geometry";
import type { Geometry } from "@/lib/maps/schema";

export type Size = Readonly<{ width: number; height: number }>;

/** Turns positions of one space into units of the drawing. */
export type FigureFrame = Readonly<{
  space: Geometry["space"];
  project(position: Position): Position;
  /** Null for a sketch: it has no metres. */
  unitsPerMetre: number | null;
}>;

/** A village is never drawn closer than this, so that one symbol does not fill the wall. */
const smallestSpanMetres = 400;

/** A frame with the north up that holds all shapes, and the photo's corners when one lies under them. */
export function geoFrame(
  shapes: readonly Geometry[],
  size: Size,
  extra: readonly Position[] = [],
): FigureFrame {
  const corners: Geometry[] = extra.map((coordinates) => ({ type: "Point", coordinates, space: "geo" }));
  const box = boundingBox([...shapes, ...corners]) ?? { west: 0, south: 0, east: 0, north: 0 };
  const middle: Position = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const [east, north] = toLocalMetres([box.east, box.north], middle);
  const margin = Math.min(size.width, size.height) * 0.1;
  const unitsPerMetre = Math.min(
    (size.width - 2 * margin) / Math.max(smallestSpanMetres, 2 * east),
    (size.height - 2 * margin) / Math.max(smallestSpanMetres, 2 * north),
  );
  const project = (position: Position): Position => {
    const [x, y] = toLocalMetres(position, middle);
    return [size.width / 2 + x * unitsPerMetre, size.height / 2 - y * unitsPerMetre];
  };
  return { space: "geo", project, unitsPerMetre };
}

/** The whole drawing (shares 0..1) inside the figure, in its own proportions. */
export function sketchFrame(size: Size, drawing: Size): FigureFrame {
  const scale = Math.min(size.width / drawing.width, size.height / drawing.height);
  const [width, height] = [drawing.width * scale, drawing.height * scale];
  const [left, top] = [(size.width - width) / 2, (size.height - height) / 2];
  return { space: "sketch", project: ([x, y]) => [left + x * width, top + y * height], unitsPerMetre: null };
}

/** The longest round distance (1, 2 or 5 × 10ⁿ m) that takes at most `share` of the width. */
export function scaleBar(
  unitsPerMetre: number,
  width: number,
  share = 0.22,
): { metres: number; units: number } {
  const most = (width * share) / unitsPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= most) ?? power;
  return { metres, units: metres * unitsPerMetre };
}
