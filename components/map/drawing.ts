import type { SymbolFrame } from "@/components/symbols/frames";
import { glyphs } from "@/components/symbols/glyphs";
import type { Drawing } from "@/components/symbols/markup";
import { type AreaStyle, areaStyles, type LineStyle, lineStyles } from "@/components/symbols/shapes";
import type { GlyphId } from "@/components/symbols/symbols";
import type { Category } from "@/lib/maps/schema";

type Drawn = Pick<Category, "frame" | "glyph">;

const symbolFrames: Readonly<Record<string, SymbolFrame>> = {
  service: "service",
  people: "helper",
  water: "water",
  community: "community",
  access: "access",
  danger: "danger",
  care: "care",
};

const knownGlyph = (glyph: string): GlyphId | null =>
  Object.hasOwn(glyphs, glyph) ? (glyph as GlyphId) : null;

/** The symbol of a category; lines and areas have one too, for a feature that is only a point. */
export function symbolOf({ frame, glyph }: Drawn): Drawing {
  return { frame: symbolFrames[frame] ?? "other", glyph: knownGlyph(glyph) };
}

/** How a line of this category is drawn; `cutoff` is the vocabulary's word for the sprite's `cutoff_stretch`. */
export function lineStyleOf({ glyph }: Drawn): LineStyle {
  const styles: Readonly<Record<string, LineStyle>> = { ...lineStyles, cutoff: lineStyles.cutoff_stretch };
  return styles[glyph] ?? lineStyles.track;
}

export function areaStyleOf({ glyph }: Drawn): AreaStyle {
  const styles: Readonly<Record<string, AreaStyle>> = areaStyles;
  return styles[glyph] ?? areaStyles.settlement;
}

/** Only the risk area carries a symbol in its middle, so that it still warns on a photocopy. */
export const middleSymbolOf = ({ glyph }: Drawn): Drawing | null =>
  glyph === "risk" ? { frame: "danger", glyph: "high_risk" } : null;

export const unknownCategory: Drawn = { frame: "other", glyph: "other" };
