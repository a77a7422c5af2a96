import type L from "leaflet";
import type { Draft } from "@/lib/maps/drafts";
import type { Category, Geometry } from "@/lib/maps/schema";

export type DrawnFeature = Readonly<{
  id: string;
  geometry: Geometry;
  category: Pick<Category, "frame" | "glyph">;
  label: string | null;
  number?: number;
}>;

export type LayerContent = Readonly<{
  features: readonly DrawnFeature[];
  selected: string | null;
  draft: Draft | null;
}>;

/** A feature where it lies on the canvas: `parts` are its rings, path or point; `middle` bears its symbol. */
export type ProjectedFeature = Readonly<{
  feature: DrawnFeature;
  parts: readonly L.Point[][];
  middle: L.Point;
}>;

export const symbolSize = 32;
