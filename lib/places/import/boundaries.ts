import { feature } from "topojson-client";
import { boundaryLimits } from "./limits";
import { type PlannedRow, planned, plannedOr, RowProblem, refuseRepeats } from "./planned-row";
import type { Area, Position } from "./point-in-polygon";
import { boxOf, ringsOf } from "./point-in-polygon";
import { TableError } from "./table";

const pcodeNames = ["pcode", "ADM2_PCODE", "adm2_pcode", "ADM1_PCODE", "adm1_pcode", "ADM0_PCODE", "code"];
const frame = { west: 99.5, east: 108.3, south: 13.4, north: 23.1 };

type Feature = {
  properties: Record<string, unknown> | null;
  geometry: { type?: string; coordinates?: unknown } | null;
};
type Parsed = { type?: string; features?: Feature[]; objects?: Record<string, unknown> };

/** Features of a GeoJSON collection, or of every object of a TopoJSON file, in the file's order. */
export function boundaryFeatures(bytes: Uint8Array): Feature[] {
  if (bytes.byteLength > boundaryLimits.bytes) throw new TableError("too_large");
  const parsed = parseJson(bytes);
  const features = parsed.type === "Topology" ? topologyFeatures(parsed) : (parsed.features ?? []);
  if (!Array.isArray(features) || features.length === 0) throw new TableError("empty");
  if (features.length > boundaryLimits.features)
    throw new TableError("too_many_rows", String(features.length));
  return features;
}

function parseJson(bytes: Uint8Array): Parsed {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Parsed;
  } catch {
    throw new TableError("wrong_kind");
  }
}

function topologyFeatures(topology: Parsed): Feature[] {
  try {
    return Object.values(topology.objects ?? {}).flatMap((object) => {
      const made = feature(topology as never, object as never) as unknown as Parsed & Feature;
      return made.features ?? [made];
    });
  } catch {
    throw new TableError("unreadable");
  }
}

export type BoundaryPlace = { id: string; nameLo: string; hasBoundary: boolean };

/** One row per feature, matched by P-code only: names differ between lists and are never a key (geography §1.3). */
export function planBoundaries(
  features: readonly Feature[],
  placeByPcode: (pcode: string) => BoundaryPlace | undefined,
): PlannedRow[] {
  const plans = features.map((one, at) => plannedOr(at + 1, () => planBoundary(one, at + 1, placeByPcode)));
  return refuseRepeats(plans, (row) => row.subject);
}

function planBoundary(
  one: Feature,
  rowNo: number,
  placeByPcode: (pcode: string) => BoundaryPlace | undefined,
): PlannedRow {
  const name = pcodeNames.find((key) => typeof one.properties?.[key] === "string") ?? "pcode";
  const pcode = String(one.properties?.[name] ?? "")
    .trim()
    .toUpperCase();
  const place = placeByPcode(pcode);
  if (!place) throw new RowProblem("unknown_pcode", name, pcode);
  const area = areaOf(one, pcode);
  return planned({
    rowNo,
    outcome: place.hasBoundary ? "update" : "create",
    column: name,
    value: `${pcode} ${place.nameLo}`,
    subject: place.id,
    next: { geometry: area },
  });
}

function areaOf({ geometry }: Feature, pcode: string): Area {
  const type = geometry?.type;
  if (type !== "Polygon" && type !== "MultiPolygon")
    throw new RowProblem("not_a_polygon", "geometry", `${pcode} ${type ?? ""}`);
  const area = { type, coordinates: geometry?.coordinates } as Area;
  const rings = safeRings(area, pcode);
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > boundaryLimits.points) {
    throw new RowProblem("too_many_points", "geometry", pcode);
  }
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    const closed = ring.length >= 4 && first && last && first[0] === last[0] && first[1] === last[1];
    if (!closed) throw new RowProblem("ring_open", "geometry", pcode);
  }
  const [west, south, east, north] = boxOf(area);
  const within = west >= frame.west && east <= frame.east && south >= frame.south && north <= frame.north;
  if (!within) throw new RowProblem("outside_country", "geometry", `${pcode} ${west} ${south}`);
  return area;
}

function safeRings(area: Area, pcode: string) {
  const isPosition = (one: unknown): one is Position =>
    Array.isArray(one) && one.length >= 2 && Number.isFinite(one[0]) && Number.isFinite(one[1]);
  try {
    const rings = ringsOf(area);
    if (rings.length > 0 && rings.every((ring) => Array.isArray(ring) && ring.every(isPosition)))
      return rings;
  } catch {
    // Not nested as its type says: told as not a polygon below.
  }
  throw new RowProblem("not_a_polygon", "geometry", pcode);
}
