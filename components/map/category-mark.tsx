import { MapSymbol } from "@/components/symbols/map-symbol";
import { drawingSvg } from "@/components/symbols/markup";
import type { Category } from "@/lib/maps/schema";
import { areaStyleOf, lineStyleOf, symbolOf } from "./drawing";

type Props = { category: Pick<Category, "frame" | "glyph">; size?: number; mono?: boolean };

/** What stands for a category beside its word: its symbol, or a stretch of its line or area. */
export function CategoryMark({ category, size = 28, mono }: Props) {
  if (category.frame === "line") return <LineMark category={category} size={size} />;
  if (category.frame === "area") return <AreaMark category={category} size={size} />;
  const { frame, glyph } = symbolOf(category);
  if (glyph) return <MapSymbol frame={frame} glyph={glyph} size={size} mono={mono} />;
  const markup = drawingSvg({ frame, glyph, mono }, size);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: constant drawings of ours
  return <span className="flex-none" aria-hidden="true" dangerouslySetInnerHTML={{ __html: markup }} />;
}

function LineMark({ category, size }: Required<Pick<Props, "category" | "size">>) {
  const { color, weight, dashArray, casing } = lineStyleOf(category);
  const d = "M2 22C12 26 18 8 30 10";
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="flex-none">
      {casing && <path d={d} stroke={casing.color} strokeWidth={casing.weight} />}
      <path d={d} stroke={color} strokeWidth={weight} strokeDasharray={dashArray} />
    </svg>
  );
}

function AreaMark({ category, size }: Required<Pick<Props, "category" | "size">>) {
  const { color, weight, dashArray, fillColor, fillOpacity } = areaStyleOf(category);
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="flex-none">
      <path
        d="M4 9C12 2 24 4 28 12S24 28 14 28 1 16 4 9Z"
        fill={fillColor}
        fillOpacity={fillOpacity}
        stroke={color}
        strokeWidth={weight}
        strokeDasharray={dashArray}
      />
    </svg>
  );
}
