import { type FigureInput, villageMapSvg } from "./village-map-svg";

/** The static village map, for pages that render React; `villageMapSvg` gives the same as text. */
export function VillageMapFigure({ className, ...input }: FigureInput & { className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG, every text in it escaped
  return <div className={className} dangerouslySetInnerHTML={{ __html: villageMapSvg(input) }} />;
}
