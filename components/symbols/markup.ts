import { frameOf, type SymbolFrame } from "./frames";
import { glyphs } from "./glyphs";
import { type GlyphId, type MapSymbolId, symbolFrames } from "./symbols";

export const symbolViewBox = "-2 -2 36 36";
/** Below this many CSS pixels a glyph is mud, so only the frame is drawn. */
const smallestWithGlyph = 24;

export type Drawing = { frame: SymbolFrame; glyph: GlyphId | null; mono?: boolean };

/** The inside of an SVG for any frame with any glyph: white halo, frame, glyph. Static text of ours, safe to insert. */
export function drawingMarkup({ frame, glyph, mono = false }: Drawing): string {
  const { shape, tones, mono: grey, dash, fit } = frameOf(frame);
  const { fill, line, glyph: ink } = mono ? grey : tones;
  const join = 'stroke-linejoin="round"';
  const halo = `${shape} fill="none" stroke="#fff" stroke-width="5" ${join}/>`;
  const body = `${shape} fill="${fill}" stroke="${line}" stroke-width="2" ${join}${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
  if (!glyph) return halo + body;
  const pen = `fill="none" color="${ink}" stroke="currentColor" stroke-width="2.1" stroke-linecap="round" ${join}`;
  return `${halo}${body}<g ${pen}${fit ? ` transform="${fit}"` : ""}>${glyphs[glyph]}</g>`;
}

export type SymbolOptions = { size?: number; mono?: boolean };

/** A whole `<svg>` as text, for Leaflet icons and pages without React. Decorative: the word stands beside it. */
export function symbolSvg(id: MapSymbolId, options: SymbolOptions = {}): string {
  return drawingSvg({ frame: symbolFrames[id], glyph: id, mono: options.mono }, options.size);
}

/** As `symbolSvg`, for a category whose frame and glyph an administrator chose. */
export function drawingSvg(drawing: Drawing, size = 28): string {
  const glyph = size < smallestWithGlyph ? null : drawing.glyph;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${symbolViewBox}" aria-hidden="true">${drawingMarkup({ ...drawing, glyph })}</svg>`;
}
