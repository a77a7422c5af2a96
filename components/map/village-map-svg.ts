import { type Drawing, drawingMarkup } from "@/components/symbols/markup";
import { isKeptBack } from "@/lib/maps/categories";
import { type PhotoFit, photoCorners, photoToLand } from "@/lib/maps/control-points";
import { middleOf, type Position, positionsOf } from "@/lib/maps/geometry";
import type { Category, Feature } from "@/lib/maps/schema";
import { areaStyleOf, lineStyleOf, middleSymbolOf, symbolOf, unknownCategory } from "./drawing";
import { type FigureFrame, geoFrame, type Size, scaleBar, sketchFrame } from "./figure-frame";
import { type Box, placeLabels, type Wanted } from "./label-placement";

export type FigureFeature = Pick<Feature, "category" | "geometry" | "sensitive"> & {
  id: string;
  label?: string | null;
};

export type FigurePhoto = Readonly<{
  /** Address or data URL of a photo that has been covered; the original is never given to a figure. */
  href: string;
  width: number;
  height: number;
  opacity: number;
  /** How it lies on the land; left out under a sketch. */
  fit?: PhotoFit | null;
}>;

export type FigureInput = Readonly<{
  features: readonly FigureFeature[];
  categories: readonly Category[];
  /** What the frame must hold, when it is wider than the features: two maps to compare share one frame. */
  frameFeatures?: readonly FigureFeature[];
  /** What the picture is, for those who do not see it. */
  title: string;
  space: "geo" | "sketch";
  size?: Size;
  photo?: FigurePhoto | null;
  /** Side of a symbol in units of `size`; the poster's map is 1000 units wide on 186 mm. */
  symbolSize?: number;
  /** Numbers of the list beside the map, by feature. */
  numbers?: Readonly<Record<string, number>>;
  /** "500 m" for a number of metres, in the reader's language. */
  formatMetres?: (metres: number) => string;
  mono?: boolean;
}>;

export const escapeXml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const n = (value: number) => String(Math.round(value * 10) / 10);
const path = (points: readonly Position[]) =>
  points.map(([x, y], i) => `${i ? "L" : "M"}${n(x)} ${n(y)}`).join("");

type Shape = { feature: FigureFeature; category: Pick<Category, "frame" | "glyph"> };
type Sheet = {
  frame: FigureFrame;
  size: Size;
  symbolSize: number;
  mono: boolean;
  numbers: Readonly<Record<string, number>>;
};

/**
 * A village map as one static, escaped SVG, without script or inline style, for print, poster and public page.
 * Sensitive features and care groups are refused here too, whatever the caller passes.
 */
export function villageMapSvg(input: FigureInput): string {
  const size = input.size ?? { width: 1000, height: 700 };
  const shapes = shownShapes(input);
  const framed = input.frameFeatures ? shownShapes({ ...input, features: input.frameFeatures }) : shapes;
  const frame = frameOf(input, framed, size);
  const { symbolSize = 46, mono = false, numbers = {} } = input;
  const sheet: Sheet = { frame, size, symbolSize, mono, numbers };
  const of = (type: string) => shapes.filter(({ feature }) => feature.geometry.type === type);
  const parts = [
    `<rect width="${size.width}" height="${size.height}" fill="${sheet.mono ? "#fff" : "#F4F1E6"}"/>`,
    input.photo ? underlay(input.photo, frame) : "",
    ...of("Polygon").map((shape) => area(shape, sheet)),
    ...of("LineString").map((shape) => line(shape, sheet)),
    ...symbolsOf(shapes).map(({ at, drawing }) => symbol(drawing, frame.project(at), sheet)),
    ...shapes.map(({ feature }) => number(feature, sheet)),
    labels(shapes, sheet),
    frame.unitsPerMetre && shapes.length > 0 && input.formatMetres
      ? bar(sheet, frame.unitsPerMetre, input.formatMetres)
      : "",
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeXml(input.title)}">`;
  return `${open}${parts.join("")}</svg>`;
}

/** What a figure may show: of its space, not sensitive, no care group. Also for the legend beside it. */
export function shownShapes({
  features,
  categories,
  space,
}: Pick<FigureInput, "features" | "categories" | "space">): Shape[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return features
    .filter((feature) => feature.geometry.space === space && !isKeptBack(feature, categories))
    .map((feature) => ({ feature, category: byId.get(feature.category) ?? unknownCategory }));
}

function frameOf({ space, photo }: FigureInput, shapes: readonly Shape[], size: Size): FigureFrame {
  if (space === "sketch") return sketchFrame(size, photo ?? size);
  const corners = photo?.fit ? photoCorners(photo.fit) : [];
  return geoFrame(
    shapes.map(({ feature }) => feature.geometry),
    size,
    corners,
  );
}

function underlay({ href, opacity, fit }: FigurePhoto, frame: FigureFrame): string {
  const at = (corner: Position) =>
    frame.project(fit && frame.space === "geo" ? photoToLand(fit, corner) : corner);
  const [[x0, y0], [x1, y1], [x2, y2]] = [at([0, 0]), at([1, 0]), at([0, 1])];
  const matrix = [x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0].map((value) => value.toFixed(3)).join(" ");
  return `<image href="${escapeXml(href)}" width="1" height="1" preserveAspectRatio="none" opacity="${opacity}" transform="matrix(${matrix})"/>`;
}

function area({ feature, category }: Shape, { frame, mono }: Sheet): string {
  if (feature.geometry.type !== "Polygon") return "";
  const style = areaStyleOf(category);
  const outline = feature.geometry.coordinates.map((ring) => `${path(ring.map(frame.project))}Z`).join("");
  const ink = mono
    ? `fill="none" stroke="#111"`
    : `fill="${style.fillColor}" fill-opacity="${style.fillOpacity}" stroke="${style.color}"`;
  const dash = style.dashArray ? ` stroke-dasharray="${style.dashArray}"` : "";
  return `<path d="${outline}" fill-rule="evenodd" ${ink} stroke-width="${style.weight * 1.5}"${dash} stroke-linejoin="round"/>`;
}

function line({ feature, category }: Shape, { frame, mono }: Sheet): string {
  if (feature.geometry.type !== "LineString") return "";
  const style = lineStyleOf(category);
  const d = path(feature.geometry.coordinates.map(frame.project));
  const stroke = (color: string, weight: number, dash?: string) =>
    `<path d="${d}" fill="none" stroke="${color}" stroke-width="${weight * 1.4}"${dash ? ` stroke-dasharray="${dash}"` : ""} stroke-linejoin="round"/>`;
  const casing = style.casing ? stroke(mono ? "#111" : style.casing.color, style.casing.weight) : "";
  return casing + stroke(mono && !style.casing ? "#111" : style.color, style.weight, style.dashArray);
}

function symbolsOf(shapes: readonly Shape[]): { at: Position; drawing: Drawing }[] {
  return shapes
    .flatMap(({ feature, category }) => {
      const isPoint = feature.geometry.type === "Point";
      const drawing = isPoint ? symbolOf(category) : middleSymbolOf(category);
      return drawing ? [{ at: middleOf(feature.geometry), drawing }] : [];
    })
    .sort((a, b) => b.at[1] - a.at[1]);
}

function symbol(drawing: Drawing, [x, y]: Position, { symbolSize, mono }: Sheet): string {
  const scale = symbolSize / 36;
  const move = `translate(${n(x - 16 * scale)} ${n(y - 16 * scale)}) scale(${scale.toFixed(3)})`;
  return `<g transform="${move}">${drawingMarkup({ ...drawing, mono })}</g>`;
}

/** The list's number on a disc above the mark: middle and radius. */
function disc({ geometry }: FigureFeature, { frame, symbolSize }: Sheet) {
  const [x, y] = frame.project(middleOf(geometry));
  return { x, y: y - symbolSize * 0.9, radius: symbolSize * 0.42 };
}

function number(feature: FigureFeature, sheet: Sheet): string {
  const value = sheet.numbers[feature.id];
  if (value === undefined) return "";
  const { x, y, radius } = disc(feature, sheet);
  const text = `<text x="${n(x)}" y="${n(y + radius * 0.42)}" text-anchor="middle" font-size="${n(radius * 1.2)}" font-weight="700" fill="#1B2330">${value}</text>`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${sheet.mono ? "#fff" : "#D8981A"}" stroke="#1B2330" stroke-width="2.5"/>${text}`;
}

const square = (x: number, y: number, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

function marksOf(shapes: readonly Shape[], sheet: Sheet): Box[] {
  const symbols = symbolsOf(shapes).map(({ at }) => square(...sheet.frame.project(at), sheet.symbolSize / 2));
  const discs = shapes
    .filter(({ feature }) => sheet.numbers[feature.id] !== undefined)
    .map(({ feature }) => disc(feature, sheet));
  return [...symbols, ...discs.map(({ x, y, radius }) => square(x, y, radius))];
}

function labels(shapes: readonly Shape[], sheet: Sheet): string {
  const { frame, size, symbolSize, mono } = sheet;
  const fontSize = symbolSize * 0.54;
  const wanted = shapes.flatMap(({ feature }): Wanted[] => {
    const text = feature.label?.trim();
    if (!text) return [];
    const isPoint = feature.geometry.type === "Point";
    return [{ text, at: frame.project(anchorOf(feature)), clear: isPoint ? symbolSize / 2 + 4 : 0 }];
  });
  const halo = `stroke="${mono ? "#fff" : "#F4F1E6"}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"`;
  return placeLabels(wanted, { fontSize, taken: marksOf(shapes, sheet), ...size })
    .map(
      ({ text, x, y, anchor }) =>
        `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" font-size="${n(fontSize)}" font-weight="600" fill="#1B2330" ${halo}>${escapeXml(text)}</text>`,
    )
    .join("");
}

/** A line is named at the vertex in its middle, which lies on it; everything else in the middle of its box. */
function anchorOf({ geometry }: FigureFeature): Position {
  if (geometry.type !== "LineString") return middleOf(geometry);
  const all = positionsOf(geometry);
  return all[Math.floor(all.length / 2)] ?? middleOf(geometry);
}

function bar({ size, symbolSize }: Sheet, unitsPerMetre: number, format: (metres: number) => string): string {
  const { metres, units } = scaleBar(unitsPerMetre, size.width);
  const fontSize = n(symbolSize * 0.5);
  const [x, y] = [24, size.height - 24];
  const stroke = `<path d="M${x} ${y - 8}v8h${n(units)}v-8" fill="none"`;
  const words = `<text x="${x + 8}" y="${y - 14}" font-size="${fontSize}" fill="#1B2330" stroke="#F4F1E6" stroke-width="6" paint-order="stroke">${escapeXml(format(metres))}</text>`;
  return `${stroke} stroke="#fff" stroke-width="7"/>${stroke} stroke="#1B2330" stroke-width="3"/>${words}`;
}
