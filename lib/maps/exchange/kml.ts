import type { Element } from "@xmldom/xmldom";
import type { Position } from "../geometry";
import type { Category } from "../schema";
import {
  type ExchangeFeature,
  type ExportOptions,
  type ExportResult,
  type ImportResult,
  type RawProperties,
  selectForExport,
} from "./feature";
import { type RawFeature, readAll } from "./read-all";
import { type RawShape, roundShape } from "./shape";
import { childElements, childText, descendants, escapeXml, parseXml, textElement } from "./xml";

/** KML 2.2. Sketches have no coordinates and cannot go: `leftOut.sketch` says how many. */
export function toKml(features: readonly ExchangeFeature[], options: ExportOptions = {}): ExportResult {
  const { leaving, leftOut } = selectForExport(features, { ...options, withSketches: false });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    ...leaving.map(placemark),
    "</Document></kml>",
    "",
  ].join("\n");
  return { text, written: leaving.length, leftOut };
}

function placemark({ geometry, label, note, ...rest }: ExchangeFeature): string {
  const { category, season, households, people, sensitive } = rest;
  const data = Object.entries({ category, season, households, people, sensitive })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<Data name="${name}">${textElement("value", String(value))}</Data>`);
  const properties = `${textElement("name", label)}${textElement("description", note)}`;
  return `<Placemark>${properties}<ExtendedData>${data.join("")}</ExtendedData>${shapeElement(geometry)}</Placemark>`;
}

function shapeElement(geometry: ExchangeFeature["geometry"]): string {
  const shape = roundShape(geometry);
  if (shape.type === "Point") return `<Point>${coordinates([shape.coordinates])}</Point>`;
  if (shape.type === "LineString") return `<LineString>${coordinates(shape.coordinates)}</LineString>`;
  const [outline = [], ...holes] = shape.coordinates;
  const ring = (name: string, path: Position[]) =>
    `<${name}><LinearRing>${coordinates(path)}</LinearRing></${name}>`;
  const inner = holes.map((hole) => ring("innerBoundaryIs", hole)).join("");
  return `<Polygon>${ring("outerBoundaryIs", outline)}${inner}</Polygon>`;
}

const coordinates = (path: readonly Position[]) =>
  `<coordinates>${escapeXml(path.map(([lng, lat]) => `${lng},${lat}`).join(" "))}</coordinates>`;

/** Every Placemark of a KML file, whatever folder it lies in. */
export function fromKml(text: string, categories?: readonly Category[]): ImportResult {
  const parsed = parseXml(text, "kml");
  if ("refused" in parsed) return parsed;
  return readAll(descendants(parsed.document, "Placemark").map(rawPlacemark), categories);
}

function rawPlacemark(placemark: Element): RawFeature {
  const shapes = childElements(placemark).flatMap((child) => rawShape(child, 0));
  return {
    shape: shapes.length > 1 ? { type: "GeometryCollection", geometries: shapes } : (shapes[0] ?? null),
    space: "geo",
    properties: {
      ...extendedData(placemark),
      label: childText(placemark, "name"),
      note: childText(placemark, "description"),
    },
  };
}

function extendedData(placemark: Element): RawProperties {
  const extended = childElements(placemark, "ExtendedData");
  const data = extended.flatMap((element) =>
    descendants(element, "Data").map((one) => [one.getAttribute("name"), childText(one, "value")]),
  );
  const simple = extended.flatMap((element) =>
    descendants(element, "SimpleData").map((one) => [one.getAttribute("name"), one.textContent]),
  );
  return Object.fromEntries([...data, ...simple]);
}

function rawShape(element: Element, depth: number): RawShape[] {
  switch (element.localName) {
    case "Point":
      return [{ type: "Point", coordinates: pathOf(childText(element, "coordinates"))[0] }];
    case "LineString":
    case "LinearRing":
      return [{ type: "LineString", coordinates: pathOf(childText(element, "coordinates")) }];
    case "Polygon":
      return [
        {
          type: "Polygon",
          coordinates: [...rings(element, "outerBoundaryIs"), ...rings(element, "innerBoundaryIs")],
        },
      ];
    case "Track":
      return [
        {
          type: "LineString",
          coordinates: childElements(element, "coord").map((coord) => numbers(coord.textContent, /\s+/)),
        },
      ];
    case "MultiGeometry":
    case "MultiTrack":
      return depth > 8
        ? [{ type: "nested" }]
        : childElements(element).flatMap((child) => rawShape(child, depth + 1));
    case "Model":
    case "NetworkLink":
      return [{ type: element.localName }];
    default:
      return [];
  }
}

function rings(polygon: Element, side: string): number[][][] {
  return childElements(polygon, side)
    .flatMap((boundary) => childElements(boundary, "LinearRing"))
    .map((ring) => pathOf(childText(ring, "coordinates")));
}

function pathOf(text: string | null): number[][] {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? [] : trimmed.split(/\s+/).map((tuple) => numbers(tuple, ","));
}

/** "" is no number, although JavaScript says 0. */
function numbers(text: string | null, separator: string | RegExp): number[] {
  return (text ?? "")
    .trim()
    .split(separator)
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
}
