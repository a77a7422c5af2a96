import L from "leaflet";
import type { ProjectedFeature } from "./drawn-feature";

/** Half of the 44 px a finger needs; a line is thinner and leaves more room for its neighbours. */
const symbolReach = 22;
const lineReach = 14;

/** The symbol nearest to a finger, else the nearest line, else the smallest area around it. */
export function nearestFeature(features: readonly ProjectedFeature[], at: L.Point): string | null {
  return nearestSymbol(features, at) ?? nearestLine(features, at) ?? areaAround(features, at);
}

type Reached = { id: string; distance: number };

function closest(candidates: Reached[], reach: number): string | null {
  const near = candidates.filter(({ distance }) => distance <= reach);
  near.sort((a, b) => a.distance - b.distance);
  return near[0]?.id ?? null;
}

function nearestSymbol(features: readonly ProjectedFeature[], at: L.Point): string | null {
  const points = features.filter(({ feature }) => feature.geometry.type === "Point");
  const reached = points.map(({ feature, middle }) => ({ id: feature.id, distance: middle.distanceTo(at) }));
  return closest(reached, symbolReach);
}

function nearestLine(features: readonly ProjectedFeature[], at: L.Point): string | null {
  const lines = features.filter(({ feature }) => feature.geometry.type === "LineString");
  const reached = lines.map(({ feature, parts }) => ({
    id: feature.id,
    distance: distanceTo(parts[0] ?? [], at),
  }));
  return closest(reached, lineReach);
}

function distanceTo(path: readonly L.Point[], at: L.Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, end] of path.entries()) {
    const start = path[index - 1];
    if (start) least = Math.min(least, L.LineUtil.pointToSegmentDistance(at, start, end));
  }
  return least;
}

function areaAround(features: readonly ProjectedFeature[], at: L.Point): string | null {
  const around = features.filter(
    ({ feature, parts }) => feature.geometry.type === "Polygon" && inside(parts, at),
  );
  const size = ({ parts }: ProjectedFeature) => {
    const { x, y } = L.bounds(parts[0] ?? []).getSize();
    return x * y;
  };
  return around.sort((a, b) => size(a) - size(b))[0]?.feature.id ?? null;
}

/** Even–odd rule over all rings, so that a hole is outside. */
function inside(rings: readonly (readonly L.Point[])[], { x, y }: L.Point): boolean {
  let within = false;
  for (const ring of rings) {
    for (const [index, a] of ring.entries()) {
      const b = ring[(index + 1) % ring.length] ?? a;
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
    }
  }
  return within;
}
