import type { DistrictBoundary } from "@/lib/districts/review";

export const whereSize = { width: 442, height: 336 } as const;
const pad = 34;
/** Corners nearer than this to the one before add nothing to so small a picture. */
const leastStep = 1.5;

type Point = Readonly<{ lat: number; lng: number }>;
type Project = (point: Point) => { x: number; y: number };

const ringsOf = (boundary: DistrictBoundary): number[][][] =>
  boundary.type === "Polygon" ? boundary.coordinates : boundary.coordinates.flat();

const cornersOf = (boundary: DistrictBoundary | null): Point[] =>
  boundary ? ringsOf(boundary).flatMap((ring) => ring.map(([lng = 0, lat = 0]) => ({ lat, lng }))) : [];

/** Equal scale both ways at the district's latitude, so that distances compare; the whole boundary fits when there is one. */
export function projection(villages: readonly Point[], boundary: DistrictBoundary | null): Project {
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lat, lng } of [...villages, ...cornersOf(boundary)]) {
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
  }
  const { width, height } = whereSize;
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const room = boundary ? pad / 4 : pad;
  const span = Math.max(
    ((east - west) * stretch) / (width - 2 * room),
    (north - south) / (height - 2 * room),
    1e-4,
  );
  return ({ lat, lng }) => ({
    x: width / 2 + ((lng - (west + east) / 2) * stretch) / span,
    y: height / 2 - (lat - (south + north) / 2) / span,
  });
}

/** The boundary as an SVG path, thinned to what can be seen; empty without one. */
export function boundaryPath(boundary: DistrictBoundary | null, at: Project): string {
  if (!boundary) return "";
  return ringsOf(boundary)
    .map((ring) => ringPath(ring, at))
    .join("");
}

function ringPath(ring: readonly number[][], at: Project): string {
  const kept: string[] = [];
  let last = { x: Infinity, y: Infinity };
  for (const [lng = 0, lat = 0] of ring) {
    const point = at({ lat, lng });
    if (Math.hypot(point.x - last.x, point.y - last.y) < leastStep) continue;
    kept.push(`${point.x.toFixed(1)} ${point.y.toFixed(1)}`);
    last = point;
  }
  return kept.length < 3 ? "" : `M${kept.join("L")}Z`;
}
