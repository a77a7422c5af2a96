import { z } from "zod";
import { count, id, isoDate, latitude, line, longitude, optional, prose, ratio } from "@/lib/changes/fields";

export const mapBases = ["geo", "photo", "sketch"] as const;
export const seasons = ["dry", "wet", "all"] as const;
export const mapLimits = { vertices: 2000, controlPoints: 20 } as const;

const position = z.tuple([z.number(), z.number()]);
const path = z.array(position).min(2).max(mapLimits.vertices);
const ring = z.array(position).min(4).max(mapLimits.vertices);

/**
 * A drawn shape. `space: "geo"` holds [longitude, latitude] in WGS 84; `space: "sketch"` holds [x, y] as shares 0..1 of the
 * drawing, y downwards, and has no place on Earth.
 */
export const Geometry = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("Point"), coordinates: position, space: z.enum(["geo", "sketch"]) }),
    z.object({ type: z.literal("LineString"), coordinates: path, space: z.enum(["geo", "sketch"]) }),
    z.object({
      type: z.literal("Polygon"),
      coordinates: z.array(ring).min(1).max(20),
      space: z.enum(["geo", "sketch"]),
    }),
  ])
  .refine(
    (shape) =>
      positionsOf(shape).every(([x, y]) =>
        shape.space === "sketch"
          ? x >= 0 && x <= 1 && y >= 0 && y <= 1
          : Math.abs(x) <= 180 && Math.abs(y) <= 90,
      ),
    "coordinates",
  );
export type Geometry = z.infer<typeof Geometry>;

type Shape =
  | { type: "Point"; coordinates: [number, number] }
  | { type: "LineString"; coordinates: [number, number][] }
  | { type: "Polygon"; coordinates: [number, number][][] };

/** Every position of a shape, in drawing order. */
export function positionsOf(shape: Shape): [number, number][] {
  if (shape.type === "Point") return [shape.coordinates];
  return shape.type === "LineString" ? shape.coordinates : shape.coordinates.flat();
}

/** Ties a pixel of the photo (shares 0..1 of width and height) to a place on Earth. */
export const ControlPoint = z.object({ x: ratio, y: ratio, longitude, latitude });

export const MapFields = z.object({
  workshopId: id,
  groupId: optional(id),
  title: optional(line),
  base: z.enum(mapBases),
  date: optional(isoDate),
  photoId: optional(id),
  controlPoints: optional(z.array(ControlPoint).max(mapLimits.controlPoints)),
  photoOpacity: optional(ratio),
  centre: optional(z.tuple([longitude, latitude])),
  zoom: optional(z.number().min(0).max(22)),
  note: optional(prose),
});

export const FeatureFields = z.object({
  mapId: id,
  category: line,
  geometry: Geometry,
  label: optional(line),
  note: optional(prose),
  season: z.enum(seasons),
  households: optional(count),
  people: optional(count),
  sensitive: z.boolean(),
  photoId: optional(id),
});

export const CategoryFields = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  frame: z.enum([
    "service",
    "people",
    "water",
    "community",
    "access",
    "danger",
    "care",
    "other",
    "line",
    "area",
  ]),
  glyph: line,
  labelLo: line,
  labelEn: line,
  sensitive: z.boolean(),
  position: count,
  active: z.boolean(),
});

export type ControlPoint = z.infer<typeof ControlPoint>;
export type VillageMap = z.infer<typeof MapFields>;
export type Feature = z.infer<typeof FeatureFields>;
export type Category = z.infer<typeof CategoryFields>;
