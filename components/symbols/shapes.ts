/** Lines and areas of the village map (screens §6), as Leaflet path options and SVG attributes alike. */
export type LineStyle = {
  color: string;
  weight: number;
  dashArray?: string;
  casing?: { color: string; weight: number };
};
export type AreaStyle = {
  color: string;
  weight: number;
  dashArray?: string;
  fillColor: string;
  fillOpacity: number;
};

export const lineStyles = {
  road: { color: "#FFFFFF", weight: 5, casing: { color: "#8C826F", weight: 8 } },
  track: { color: "#8C6A3A", weight: 3, dashArray: "9 6" },
  river: { color: "#4E9AC4", weight: 6 },
  cutoff_stretch: { color: "#A8321A", weight: 8, dashArray: "3 6" },
} as const satisfies Record<string, LineStyle>;

export const areaStyles = {
  settlement: { color: "#8C7A58", weight: 1.5, fillColor: "#CDBFA5", fillOpacity: 0.55 },
  fields: { color: "#B5A45F", weight: 1, fillColor: "#EFE6BE", fillOpacity: 0.8 },
  forest: { color: "#8FA67D", weight: 1, fillColor: "#DCE5D2", fillOpacity: 0.85 },
  risk: { color: "#A8321A", weight: 3, dashArray: "10 6", fillColor: "#A8321A", fillOpacity: 0.12 },
} as const satisfies Record<string, AreaStyle>;
