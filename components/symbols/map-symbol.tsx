import type { SymbolFrame } from "./frames";
import { drawingMarkup, symbolViewBox } from "./markup";
import { type GlyphId, type MapSymbolId, symbolFrames } from "./symbols";

type Props = ({ id: MapSymbolId } | { frame: SymbolFrame; glyph: GlyphId }) & {
  size?: number;
  mono?: boolean;
};

/** A map symbol beside its word; without a glyph below 24 px. */
export function MapSymbol({ size = 28, mono, ...drawn }: Props) {
  const frame = "id" in drawn ? symbolFrames[drawn.id] : drawn.frame;
  const glyph = "id" in drawn ? drawn.id : drawn.glyph;
  const markup = drawingMarkup({ frame, glyph: size < 24 ? null : glyph, mono });
  return (
    <svg
      width={size}
      height={size}
      viewBox={symbolViewBox}
      aria-hidden="true"
      className="flex-none"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constant drawings of ours, shared with Leaflet as text
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
