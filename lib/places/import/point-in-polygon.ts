export type Position = readonly [lng: number, lat: number];
export type Ring = readonly Position[];
export type Area =
  | { type: "Polygon"; coordinates: readonly Ring[] }
  | { type: "MultiPolygon"; coordinates: readonly (readonly Ring[])[] };
export type Box = readonly [west: number, south: number, east: number, north: number];

const polygonsOf = (area: Area) => (area.type === "Polygon" ? [area.coordinates] : area.coordinates);
export const ringsOf = (area: Area): readonly Ring[] => polygonsOf(area).flat();

export function boxOf(area: Area): Box {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const ring of ringsOf(area)) {
    for (const [lng, lat] of ring) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}

/** Even-odd rule over all rings of a polygon, so that holes are outside. */
export function isInside([lng, lat]: Position, area: Area): boolean {
  return polygonsOf(area).some((rings) => {
    let inside = false;
    for (const ring of rings) {
      for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
        const [x1, y1] = ring[at] as Position;
        const [x2, y2] = ring[before] as Position;
        if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
      }
    }
    return inside;
  });
}

const metresPerDegree = 111_320;

/** Metres from a point to the nearest edge, on a plane at the point's latitude: good to some 1 % within a few kilometres. */
export function metresToEdge([lng, lat]: Position, area: Area): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const flat = ([x, y]: Position) =>
    [(x - lng) * squeeze * metresPerDegree, (y - lat) * metresPerDegree] as const;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of ringsOf(area)) {
    for (let at = 1; at < ring.length; at++) {
      nearest = Math.min(nearest, toSegment(flat(ring[at - 1] as Position), flat(ring[at] as Position)));
    }
  }
  return nearest;
}

function toSegment([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}

export type Bounded = { id: string; area: Area; box: Box };
export type Placement = { district: string } | { border: true; nearest: string[] } | { outside: true };

/**
 * Which district holds a point. In none, or in two that overlap: on a border when an edge is within the tolerance,
 * to be settled by a person; otherwise outside all of them.
 */
export function placePoint(
  point: Position,
  districts: readonly Bounded[],
  toleranceMetres = 8000,
): Placement {
  const [lng, lat] = point;
  const margin = toleranceMetres / metresPerDegree + 0.01;
  const near = districts.filter(
    ({ box }) =>
      lng >= box[0] - margin && lng <= box[2] + margin && lat >= box[1] - margin && lat <= box[3] + margin,
  );
  const holding = near.filter(({ area }) => isInside(point, area));
  const [only] = holding;
  if (only && holding.length === 1) return { district: only.id };
  const nearest = (holding.length > 1 ? holding : near)
    .map(({ id, area }) => ({ id, metres: metresToEdge(point, area) }))
    .filter(({ metres }) => holding.length > 1 || metres <= toleranceMetres)
    .sort((a, b) => a.metres - b.metres);
  return nearest.length > 0
    ? { border: true, nearest: nearest.slice(0, 2).map(({ id }) => id) }
    : { outside: true };
}
