import type { Geometry } from "./schema";

/** [longitude, latitude] in WGS 84, or [x, y] as shares of a sketch. */
export type Position = [number, number];
export type BoundingBox = { west: number; south: number; east: number; north: number };

const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_DEGREE = (Math.PI * EARTH_RADIUS_M) / 180;
/** Groups needing care are placed on this grid, never on a house (screens.md §6). */
export const CARE_GRID_M = 250;
/** A sketch has no metres: a twentieth of its side hides a house as well. */
const CARE_GRID_SKETCH = 0.05;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine, mean Earth radius). */
export function distanceMetres([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const dLat = Math.sin(radians(lat2 - lat1) / 2);
  const dLng = Math.sin(radians(lng2 - lng1) / 2);
  const h = dLat * dLat + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * dLng * dLng;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Direction from one place to another in degrees from north, clockwise, 0 ≤ bearing < 360. */
export function bearingDegrees([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const turn = radians(lng2 - lng1);
  const y = Math.sin(turn) * Math.cos(radians(lat2));
  const x =
    Math.cos(radians(lat1)) * Math.sin(radians(lat2)) -
    Math.sin(radians(lat1)) * Math.cos(radians(lat2)) * Math.cos(turn);
  return ((((Math.atan2(y, x) * 180) / Math.PI) % 360) + 360) % 360;
}

/** Every position of a shape, holes included. */
export function positionsOf(shape: Geometry): Position[] {
  if (shape.type === "Point") return [shape.coordinates];
  return shape.type === "LineString" ? shape.coordinates : shape.coordinates.flat();
}

/** Smallest box around the shapes; null for none. Shapes that cross 180° are not expected in this country. */
export function boundingBox(shapes: readonly Geometry[]): BoundingBox | null {
  const all = shapes.flatMap(positionsOf);
  if (all.length === 0) return null;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of all) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Metres east and north of an origin on the local plane, good to 1 in 1,000 over 50 km. */
export function toLocalMetres([lng, lat]: Position, origin: Position): Position {
  const [lng0, lat0] = origin;
  return [(lng - lng0) * METRES_PER_DEGREE * Math.cos(radians(lat0)), (lat - lat0) * METRES_PER_DEGREE];
}

/** Inverse of `toLocalMetres`. */
export function fromLocalMetres([east, north]: Position, origin: Position): Position {
  const [lng0, lat0] = origin;
  return [lng0 + east / (METRES_PER_DEGREE * Math.cos(radians(lat0))), lat0 + north / METRES_PER_DEGREE];
}

/** The nearest crossing of the 250 m grid (at most 177 m away). Snapping twice changes nothing. */
export function snapToCareGrid([lng, lat]: Position): Position {
  const stepLat = CARE_GRID_M / METRES_PER_DEGREE;
  const snappedLat = Math.round(lat / stepLat) * stepLat;
  const stepLng = stepLat / Math.max(Math.cos(radians(snappedLat)), 1e-6);
  return [within(180, Math.round(lng / stepLng) * stepLng), within(90, snappedLat)];
}

const within = (limit: number, value: number) => Math.min(limit, Math.max(-limit, value));

/** The point that stands for a group needing care: the middle of what was drawn, moved onto the grid. */
export function hideExactPlace(shape: Geometry): Extract<Geometry, { type: "Point" }> {
  const middle = middleOf(shape);
  const [x, y] = middle;
  const snapped: Position =
    shape.space === "geo"
      ? snapToCareGrid(middle)
      : [
          Math.round(x / CARE_GRID_SKETCH) * CARE_GRID_SKETCH,
          Math.round(y / CARE_GRID_SKETCH) * CARE_GRID_SKETCH,
        ];
  return { type: "Point", coordinates: snapped, space: shape.space };
}

/** Middle of the bounding box: where a label or a symbol stands. */
export function middleOf(shape: Geometry): Position {
  const box = boundingBox([shape]) ?? { west: 0, south: 0, east: 0, north: 0 };
  return [(box.west + box.east) / 2, (box.south + box.north) / 2];
}

/** Length of a path in metres. */
export function lengthMetres(path: readonly Position[]): number {
  return path.slice(1).reduce((sum, here, i) => sum + distanceMetres(path[i] ?? here, here), 0);
}

/** Area in square metres on the local plane, holes taken out. The first ring is the outline. */
export function areaSquareMetres(rings: readonly (readonly Position[])[]): number {
  const [origin] = rings[0] ?? [];
  if (!origin) return 0;
  const areas = rings.map((ring) => ringArea(ring.map((position) => toLocalMetres(position, origin))));
  return Math.max(
    0,
    areas.slice(1).reduce((rest, hole) => rest - hole, areas[0] ?? 0),
  );
}

function ringArea(ring: readonly Position[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The ring with its first position repeated at the end, as GeoJSON and KML want it. */
export function closeRing(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return [...ring];
  return [...ring, [...first]];
}

/** Leaves out positions closer than `spacing` metres to the one kept before; one pass, whatever the path. */
export function thinPath(path: readonly Position[], spacing: number): Position[] {
  const kept: Position[] = [];
  for (const [index, here] of path.entries()) {
    const before = kept.at(-1);
    const isEnd = index === path.length - 1;
    if (!before || isEnd || distanceMetres(before, here) >= spacing) kept.push(here);
  }
  return kept;
}

/**
 * Douglas–Peucker: leave out positions that lie within `tolerance` metres of the line through their neighbours.
 * The first and last position stay. Iterative, so a long recorded track cannot overflow the stack.
 */
export function simplifyPath(path: readonly Position[], tolerance: number): Position[] {
  const [origin] = path;
  if (!origin || path.length < 3) return [...path];
  const plane = path.map((position) => toLocalMetres(position, origin));
  const keep = new Set([0, path.length - 1]);
  const open: [number, number][] = [[0, path.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const far = farthestBetween(plane, span);
    if (far.distance <= tolerance) continue;
    keep.add(far.index);
    open.push([span[0], far.index], [far.index, span[1]]);
  }
  return path.filter((_, index) => keep.has(index));
}

function farthestBetween(
  plane: readonly Position[],
  [from, to]: [number, number],
): { index: number; distance: number } {
  const start: Position = plane[from] ?? [0, 0];
  const end: Position = plane[to] ?? start;
  let far = { index: from, distance: 0 };
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceToSegment(plane[index] ?? start, start, end);
    if (distance > far.distance) far = { index, distance };
  }
  return far;
}

function distanceToSegment([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
