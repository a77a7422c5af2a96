import type { Category } from "../schema";
import {
  type ExchangeFeature,
  type ExportOptions,
  type ExportResult,
  exchangeLimits,
  type ImportResult,
  selectForExport,
} from "./feature";
import { type RawFeature, readAll } from "./read-all";
import { type RawShape, roundShape } from "./shape";

/**
 * GeoJSON (RFC 7946). A sketch has no place on Earth: its `geometry` is null and the drawing stands in the member
 * `sketch`, which other programs pass over and our own reader takes back.
 */
export function toGeoJson(features: readonly ExchangeFeature[], options: ExportOptions = {}): ExportResult {
  const { leaving, leftOut } = selectForExport(features, { ...options, withSketches: true });
  const collection = { type: "FeatureCollection", features: leaving.map(featureObject) };
  return { text: `${JSON.stringify(collection)}\n`, written: leaving.length, leftOut };
}

function featureObject({ geometry, ...properties }: ExchangeFeature): object {
  const { category, label, note, season, households, people, sensitive } = properties;
  const { space, type, coordinates } = roundShape(geometry);
  const shape = { type, coordinates };
  return {
    type: "Feature",
    geometry: space === "geo" ? shape : null,
    ...(space === "sketch" ? { sketch: shape } : {}),
    properties: { category, label, note, season, households, people, sensitive },
  };
}

/** Features of a GeoJSON FeatureCollection or single Feature in WGS 84. */
export function fromGeoJson(text: string, categories?: readonly Category[]): ImportResult {
  if (text.length > exchangeLimits.characters) return { refused: "too_large" };
  const root = parse(text);
  if (!root) return { refused: "not_readable" };
  if (root.crs && !/CRS84|EPSG:+4326/.test(JSON.stringify(root.crs))) return { refused: "other_crs" };
  const features = root.type === "Feature" ? [root] : root.features;
  if ((root.type !== "FeatureCollection" && root.type !== "Feature") || !Array.isArray(features))
    return { refused: "wrong_format" };
  return readAll(features.map(rawFeature), categories);
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return objectOrNull(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return null;
  }
}

function rawFeature(value: unknown): RawFeature {
  const feature = objectOrNull(value) ?? {};
  const sketch = objectOrNull(feature.sketch);
  const shape = objectOrNull(feature.geometry);
  const properties = objectOrNull(feature.properties) ?? {};
  // `name` and `description` are what other programs call a label and a note.
  const named = {
    ...properties,
    label: properties.label ?? properties.name,
    note: properties.note ?? properties.description,
  };
  return {
    shape: (shape ?? sketch) as RawShape | null,
    space: shape || !sketch ? "geo" : "sketch",
    properties: named,
  };
}

function objectOrNull(value: unknown): Record<string, unknown> | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : null;
}
