import { closeRing, type Position, thinPath } from "../geometry";
import { type Geometry, mapLimits } from "../schema";
import type { FeatureReason } from "./feature";

/** A geometry as GeoJSON writes it, before anything about it is believed. */
export interface RawShape {
  type?: unknown;
  coordinates?: unknown;
  geometries?: unknown;
}

type Read = { shapes: Geometry[]; reason?: never } | { reason: FeatureReason; shapes?: never };

const MAX_PARTS = 200;
const MAX_RINGS = 20;
/** A recorded track is thinned to this spacing before it counts as too long: one pass, so no file can stall it. */
const TRACK_SPACING_M = 10;
const DECIMALS = 1e6;

class Unreadable extends Error {
  constructor(readonly reason: FeatureReason) {
    super(reason);
  }
}

/** Six decimals, 0.1 m: nothing on a village map is known better. */
export function roundPosition([x, y]: Position): Position {
  // Adding 0 turns −0 into 0.
  return [Math.round(x * DECIMALS) / DECIMALS + 0, Math.round(y * DECIMALS) / DECIMALS + 0];
}

/** Shape with rounded coordinates, ready to be written. */
export function roundShape(shape: Geometry): Geometry {
  if (shape.type === "Point") return { ...shape, coordinates: roundPosition(shape.coordinates) };
  if (shape.type === "LineString") return { ...shape, coordinates: shape.coordinates.map(roundPosition) };
  return { ...shape, coordinates: shape.coordinates.map((ring) => ring.map(roundPosition)) };
}

/** The simple shapes a geometry consists of (Multi… and collections are taken apart), or why it cannot be read. */
export function readShape(raw: RawShape | null | undefined, space: Geometry["space"]): Read {
  if (!raw) return { reason: "no_geometry" };
  try {
    const shapes = partsOf(raw, space, 0);
    if (shapes.length === 0) return { reason: "no_geometry" };
    return shapes.length > MAX_PARTS ? { reason: "unsupported_geometry" } : { shapes };
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.reason };
    throw error;
  }
}

function partsOf(raw: RawShape, space: Geometry["space"], depth: number): Geometry[] {
  const parts = (read: (part: unknown) => Geometry) => listOf(raw.coordinates).map(read);
  const point = (at: unknown): Geometry => ({ type: "Point", coordinates: positionOf(at, space), space });
  const path = (along: unknown): Geometry => ({
    type: "LineString",
    coordinates: pathOf(along, space),
    space,
  });
  const area = (rings: unknown): Geometry => ({ type: "Polygon", coordinates: ringsOf(rings, space), space });
  switch (raw.type) {
    case "Point":
      return [point(raw.coordinates)];
    case "LineString":
      return [path(raw.coordinates)];
    case "Polygon":
      return [area(raw.coordinates)];
    case "MultiPoint":
      return parts(point);
    case "MultiLineString":
      return parts(path);
    case "MultiPolygon":
      return parts(area);
    case "GeometryCollection":
      if (depth > 3) throw new Unreadable("unsupported_geometry");
      return listOf(raw.geometries).flatMap((part) => partsOf((part ?? {}) as RawShape, space, depth + 1));
    default:
      throw new Unreadable("unsupported_geometry");
  }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Unreadable("bad_coordinates");
  if (value.length > MAX_PARTS) throw new Unreadable("unsupported_geometry");
  return value;
}

function positionOf(value: unknown, space: Geometry["space"]): Position {
  if (!Array.isArray(value) || value.length < 2) throw new Unreadable("bad_coordinates");
  const [x, y] = value as [unknown, unknown];
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new Unreadable("bad_coordinates");
  }
  if (space === "sketch") {
    if (x < 0 || x > 1 || y < 0 || y > 1) throw new Unreadable("out_of_range");
  } else if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90) {
    // Every longitude of this country is above 90: latitude and longitude changed places.
    throw new Unreadable("coordinates_swapped");
  } else if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new Unreadable("out_of_range");
  return roundPosition([x, y]);
}

function positionsOf(value: unknown, space: Geometry["space"]): Position[] {
  if (!Array.isArray(value)) throw new Unreadable("bad_coordinates");
  return value.map((position) => positionOf(position, space));
}

function pathOf(value: unknown, space: Geometry["space"]): Position[] {
  const path = positionsOf(value, space);
  if (path.length < 2) throw new Unreadable("bad_coordinates");
  if (path.length <= mapLimits.vertices) return path;
  const thinned = space === "geo" ? thinPath(path, TRACK_SPACING_M) : path;
  if (thinned.length > mapLimits.vertices) throw new Unreadable("too_many_vertices");
  return thinned;
}

function ringsOf(value: unknown, space: Geometry["space"]): Position[][] {
  if (!Array.isArray(value) || value.length === 0) throw new Unreadable("bad_coordinates");
  if (value.length > MAX_RINGS) throw new Unreadable("too_many_vertices");
  return value.map((given) => {
    const ring = closeRing(positionsOf(given, space));
    if (ring.length < 4) throw new Unreadable("bad_coordinates");
    if (ring.length > mapLimits.vertices) throw new Unreadable("too_many_vertices");
    return ring;
  });
}
