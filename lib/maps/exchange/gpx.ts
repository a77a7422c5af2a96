import type { Element } from "@xmldom/xmldom";
import type { Position } from "../geometry";
import type { Category } from "../schema";
import {
  type ExchangeFeature,
  type ExportOptions,
  type ExportResult,
  type ImportResult,
  selectForExport,
} from "./feature";
import { type RawFeature, readAll } from "./read-all";
import { roundPosition } from "./shape";
import { childElements, childText, descendants, escapeXml, parseXml, textElement } from "./xml";

const NAMESPACE = "urn:connect:map:1";

/**
 * GPX 1.1. Points are waypoints, lines are tracks. GPX knows no areas: an area is a closed track, marked in our own
 * extension so that it comes back as an area. Sketches cannot go: `leftOut.sketch` says how many.
 */
export function toGpx(features: readonly ExchangeFeature[], options: ExportOptions = {}): ExportResult {
  const { leaving, leftOut } = selectForExport(features, { ...options, withSketches: false });
  // The schema wants all waypoints before the first track.
  const ordered = [...leaving].sort(
    (a, b) => Number(a.geometry.type !== "Point") - Number(b.geometry.type !== "Point"),
  );
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="CONNECT" xmlns="http://www.topografix.com/GPX/1/1" xmlns:connect="${NAMESPACE}">`,
    ...ordered.map(featureElement),
    "</gpx>",
    "",
  ].join("\n");
  return { text, written: leaving.length, leftOut };
}

function featureElement(feature: ExchangeFeature): string {
  const { geometry } = feature;
  if (geometry.type === "Point") return `<wpt ${position(geometry.coordinates)}>${properties(feature)}</wpt>`;
  const segments = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  const points = segments.map(
    (path) => `<trkseg>${path.map((at) => `<trkpt ${position(at)}/>`).join("")}</trkseg>`,
  );
  return `<trk>${properties(feature)}${points.join("")}</trk>`;
}

function position(at: Position): string {
  const [lng, lat] = roundPosition(at);
  return `lat="${lat}" lon="${lng}"`;
}

/** Children in the order the GPX schema asks for: name, desc, type, extensions. */
function properties({
  geometry,
  label,
  note,
  category,
  season,
  households,
  people,
  sensitive,
}: ExchangeFeature): string {
  const shape = geometry.type === "Polygon" ? "area" : null;
  const attributes = Object.entries({ season, households, people, sensitive, shape })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
  const extension = `<extensions><connect:feature ${attributes.join(" ")}/></extensions>`;
  return `${textElement("name", label)}${textElement("desc", note)}${textElement("type", category)}${extension}`;
}

/** Waypoints, routes and tracks of a GPX file, in the order of the file. */
export function fromGpx(text: string, categories?: readonly Category[]): ImportResult {
  const parsed = parseXml(text, "gpx");
  if ("refused" in parsed) return parsed;
  const root = parsed.document.documentElement;
  const features = root ? childElements(root).flatMap(rawFeature) : [];
  return readAll(features, categories);
}

function rawFeature(element: Element): RawFeature[] {
  const own = descendants(element, "feature").find((feature) => feature.namespaceURI === NAMESPACE);
  const attribute = (name: string) => (own?.hasAttribute(name) ? own.getAttribute(name) : null);
  const given = {
    label: childText(element, "name"),
    note: childText(element, "desc") ?? childText(element, "cmt"),
    category: childText(element, "type") ?? childText(element, "sym"),
    season: attribute("season"),
    households: attribute("households"),
    people: attribute("people"),
    sensitive: attribute("sensitive"),
  };
  const shape = rawShape(element, attribute("shape") === "area");
  return shape === undefined ? [] : [{ shape, space: "geo", properties: given }];
}

function rawShape(element: Element, isArea: boolean): RawFeature["shape"] | undefined {
  if (element.localName === "wpt") return { type: "Point", coordinates: positionOf(element) };
  if (element.localName === "rte") return { type: "LineString", coordinates: pathOf(element, "rtept") };
  if (element.localName !== "trk") return undefined;
  const segments = childElements(element, "trkseg").map((segment) => pathOf(segment, "trkpt"));
  if (isArea) return { type: "Polygon", coordinates: segments };
  return { type: "MultiLineString", coordinates: segments };
}

const pathOf = (parent: Element, name: string) => childElements(parent, name).map(positionOf);

function positionOf(element: Element): number[] {
  return ["lon", "lat"].map((name) => {
    const text = element.getAttribute(name)?.trim();
    return text ? Number(text) : Number.NaN;
  });
}
