import type L from "leaflet";
import { areaStyleOf, lineStyleOf, middleSymbolOf, symbolOf } from "./drawing";
import { type ProjectedFeature, symbolSize } from "./drawn-feature";
import { type Box, placeLabels, type Wanted } from "./label-placement";
import type { SymbolSprites } from "./symbol-sprites";

type Context = CanvasRenderingContext2D;
type Scene = Readonly<{
  context: Context;
  view: L.Bounds;
  projected: readonly ProjectedFeature[];
  selected: string | null;
  sprites: SymbolSprites;
}>;

const ink = "#1B2330";
const ground = "#F4F1E6";
const half = symbolSize / 2;
/** Past this many on screen, names would cover the map they name. */
const mostLabels = 120;
const labelSize = 13;

export function paintFeatures(scene: Scene): void {
  const { context, projected, view } = scene;
  const near = projected.filter(({ parts }) => touches(parts, view));
  const of = (type: string) => near.filter(({ feature }) => feature.geometry.type === type);
  const chosen = near.find(({ feature }) => feature.id === scene.selected);
  if (chosen && chosen.feature.geometry.type !== "Point") paintOutline(context, chosen);
  for (const shown of of("Polygon")) paintArea(context, shown);
  for (const shown of of("LineString")) paintLine(context, shown);
  const symbols = near.filter(({ feature }) => drawingFor(feature) !== null);
  symbols.sort((a, b) => a.middle.y - b.middle.y);
  for (const shown of symbols) paintSymbol(scene, shown);
  if (chosen?.feature.geometry.type === "Point") paintRing(context, chosen);
  if (near.length <= mostLabels) paintLabels(scene, near, symbols);
}

const drawingFor = ({ geometry, category }: ProjectedFeature["feature"]) =>
  geometry.type === "Point" ? symbolOf(category) : middleSymbolOf(category);

function touches(parts: readonly L.Point[][], { min, max }: L.Bounds): boolean {
  if (!min || !max) return false;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of parts[0] ?? []) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right > min.x - half && left < max.x + half && bottom > min.y - half && top < max.y + half;
}

function trace(context: Context, parts: readonly L.Point[][], close: boolean): void {
  context.beginPath();
  for (const part of parts) {
    for (const [index, { x, y }] of part.entries()) index === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
    if (close) context.closePath();
  }
}

function stroke(context: Context, style: { color: string; weight: number; dashArray?: string }): void {
  context.strokeStyle = style.color;
  context.lineWidth = style.weight;
  context.setLineDash(style.dashArray?.split(" ").map(Number) ?? []);
  context.lineJoin = "round";
  context.stroke();
  context.setLineDash([]);
}

function paintArea(context: Context, { feature, parts }: ProjectedFeature): void {
  const style = areaStyleOf(feature.category);
  trace(context, parts, true);
  context.globalAlpha = style.fillOpacity;
  context.fillStyle = style.fillColor;
  context.fill("evenodd");
  context.globalAlpha = 1;
  stroke(context, style);
}

function paintLine(context: Context, { feature, parts }: ProjectedFeature): void {
  const style = lineStyleOf(feature.category);
  trace(context, parts, false);
  if (style.casing) stroke(context, style.casing);
  stroke(context, style);
}

/** Under the chosen line or area, a little wider than it: dark and light, so that it shows on any ground. */
function paintOutline(context: Context, { feature, parts }: ProjectedFeature): void {
  trace(context, parts, feature.geometry.type === "Polygon");
  stroke(context, { color: ink, weight: 18 });
  stroke(context, { color: "#fff", weight: 14 });
}

function paintSymbol({ context, sprites }: Scene, { feature, middle }: ProjectedFeature): void {
  const drawing = drawingFor(feature);
  const sprite = drawing && sprites.get(drawing);
  if (sprite) context.drawImage(sprite, middle.x - half, middle.y - half, symbolSize, symbolSize);
  if (feature.number === undefined) return;
  disc(context, middle.x, middle.y - half - 6, 11);
  context.fillStyle = "#D8981A";
  context.fill();
  stroke(context, { color: ink, weight: 2 });
  context.fillStyle = ink;
  context.font = "700 13px system-ui, sans-serif";
  context.textAlign = "center";
  context.fillText(String(feature.number), middle.x, middle.y - half - 1.5);
}

function disc(context: Context, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Two rings, dark and light, so that the chosen one shows on any ground. */
function paintRing(context: Context, { middle }: ProjectedFeature): void {
  for (const [radius, color, weight] of [
    [half + 8, "#fff", 6],
    [half + 8, ink, 2],
  ] as const) {
    disc(context, middle.x, middle.y, radius);
    stroke(context, { color, weight });
  }
}

function paintLabels(
  scene: Scene,
  near: readonly ProjectedFeature[],
  symbols: readonly ProjectedFeature[],
): void {
  const { context, view } = scene;
  const origin = view.min;
  const size = view.getSize();
  if (!origin) return;
  const taken: Box[] = symbols.map(({ middle: { x, y } }) => ({
    x: x - origin.x - half,
    y: y - origin.y - half,
    width: symbolSize,
    height: symbolSize,
  }));
  const wanted = near.flatMap(({ feature, middle, parts }): Wanted[] => {
    if (!feature.label) return [];
    const path = parts[0] ?? [];
    const at =
      feature.geometry.type === "LineString" ? (path[Math.floor(path.length / 2)] ?? middle) : middle;
    const clear = feature.geometry.type === "Point" ? half + 2 : 0;
    return [{ text: feature.label, at: [at.x - origin.x, at.y - origin.y], clear }];
  });
  context.font = `600 ${labelSize}px "Noto Sans Lao Variable", "Noto Sans Lao", system-ui, sans-serif`;
  context.lineJoin = "round";
  for (const { text, x, y, anchor } of placeLabels(wanted, {
    fontSize: labelSize,
    taken,
    width: size.x,
    height: size.y,
  })) {
    context.textAlign = anchor === "middle" ? "center" : anchor;
    context.strokeStyle = ground;
    context.lineWidth = 4;
    context.strokeText(text, x + origin.x, y + origin.y);
    context.fillStyle = ink;
    context.fillText(text, x + origin.x, y + origin.y);
  }
}

/** What a finger takes hold of: a place of a shape, or, with a cross of arrows, the whole of it. */
export function paintGrip(context: Context, { x, y }: L.Point, kind: "place" | "whole"): void {
  disc(context, x, y, kind === "place" ? 8 : 14);
  context.fillStyle = kind === "place" ? "#fff" : "#253C6E";
  context.fill();
  stroke(context, { color: kind === "place" ? "#253C6E" : "#fff", weight: 3 });
  if (kind === "place") return;
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x, y);
    context.lineTo(x + dx * 9, y + dy * 9);
    context.lineTo(x + dx * 6 - dy * 3, y + dy * 6 + dx * 3);
    context.moveTo(x + dx * 9, y + dy * 9);
    context.lineTo(x + dx * 6 + dy * 3, y + dy * 6 - dx * 3);
  }
  stroke(context, { color: "#fff", weight: 2 });
}

export function paintDraft(context: Context, points: readonly L.Point[], closed: boolean): void {
  trace(context, [[...points]], closed && points.length > 2);
  stroke(context, { color: "#fff", weight: 6 });
  stroke(context, { color: "#253C6E", weight: 3, dashArray: "6 5" });
  for (const { x, y } of points) {
    disc(context, x, y, 6);
    context.fillStyle = "#fff";
    context.fill();
    stroke(context, { color: "#253C6E", weight: 3 });
  }
}

/** Lines of round degrees about a thumb apart, so that the blank ground has a measure. */
export function paintGraticule(context: Context, map: L.Map, view: L.Bounds): void {
  const { min, max } = view;
  if (!min || !max) return;
  const [nw, se] = [map.layerPointToLatLng(min), map.layerPointToLatLng(max)];
  const step = roundStep(((se.lng - nw.lng) * 90) / (max.x - min.x));
  context.beginPath();
  for (let lng = Math.ceil(nw.lng / step) * step; lng < se.lng; lng += step) {
    const { x } = map.latLngToLayerPoint([nw.lat, lng]);
    context.moveTo(x, min.y);
    context.lineTo(x, max.y);
  }
  for (let lat = Math.ceil(se.lat / step) * step; lat < nw.lat; lat += step) {
    const { y } = map.latLngToLayerPoint([lat, nw.lng]);
    context.moveTo(min.x, y);
    context.lineTo(max.x, y);
  }
  stroke(context, { color: "rgb(133 123 104 / .28)", weight: 1 });
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}
