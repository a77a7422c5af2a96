import type { Category, Geometry } from "../schema";
import { exchangeLimits, type ImportResult, type RawProperties, readFeature } from "./feature";
import { type RawShape, readShape } from "./shape";

/** One feature of a file, taken apart by its format's reader. */
export interface RawFeature {
  shape: RawShape | null;
  space: Geometry["space"];
  properties: RawProperties;
}

/** The part all formats share: each feature is accepted, or rejected with its place in the file and the reason. */
export function readAll(features: readonly RawFeature[], categories?: readonly Category[]): ImportResult {
  if (features.length > exchangeLimits.features) return { refused: "too_many_features" };
  const result: Required<Pick<ImportResult, "accepted" | "rejected">> = { accepted: [], rejected: [] };
  for (const [index, { shape, space, properties }] of features.entries()) {
    const position = index + 1;
    const read = readShape(shape, space);
    if (read.reason) {
      result.rejected?.push({ position, reason: read.reason });
      continue;
    }
    const one = readFeature({ position, shapes: read.shapes, properties, categories });
    if ("rejected" in one) result.rejected?.push(one.rejected);
    else result.accepted?.push(...one.accepted);
  }
  return result as ImportResult;
}
