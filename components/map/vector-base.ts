import type L from "leaflet";
import type { PMTiles } from "pmtiles";
import {
  CenteredTextSymbolizer,
  type Feature,
  type LabelRule,
  LineSymbolizer,
  leafletLayer,
  type PaintRule,
  PolygonSymbolizer,
} from "protomaps-leaflet";

// A calm ground under what the village draws: land, water, ways and names, nothing else. The layers of the two usual
// kinds of file are known by both their names (Protomaps: water, roads, places; OpenMapTiles: water, transportation, place).
const water = "#b5cfdd";
const waterName = "#1c6793";
const green = "#e3ead3";
const built = "#e2dccb";
const way = "#ffffff";
const wayEdge = "#b9ae97";
const border = "#8f8676";
const ink = "#434c5c";
const ground = "#f4f1e6";
const lao = '"Noto Sans Lao Variable", "Noto Sans Lao", sans-serif';

const area = (dataLayer: string, fill: string): PaintRule => ({
  dataLayer,
  symbolizer: new PolygonSymbolizer({ fill }),
  filter: (_, { geomType }) => geomType === 3,
});
const line = (dataLayer: string, color: string, width: number, more: Partial<PaintRule> = {}): PaintRule => ({
  dataLayer,
  symbolizer: new LineSymbolizer({ color, width: (z) => Math.max(0.5, width * 1.35 ** (z - 13)) }),
  filter: (_, { geomType }) => geomType === 2,
  ...more,
});

const kindOf = ({ props }: Feature) => String(props.kind ?? props.class ?? "");
const isLarge = (feature: Feature) =>
  /^(highway|major_road|motorway|trunk|primary|secondary)/.test(kindOf(feature));
const ways = (dataLayer: string): PaintRule[] => [
  line(dataLayer, wayEdge, 3.4),
  line(dataLayer, way, 2.2),
  line(dataLayer, wayEdge, 5, { filter: (_, feature) => feature.geomType === 2 && isLarge(feature) }),
  line(dataLayer, way, 3.6, { filter: (_, feature) => feature.geomType === 2 && isLarge(feature) }),
];

const paintRules: PaintRule[] = [
  area("earth", ground),
  ...["landcover", "landuse", "natural", "park"].map((layer) => area(layer, green)),
  area("water", water),
  line("water", water, 2),
  line("waterway", water, 2),
  area("building", built),
  area("buildings", built),
  ...["transit", "transportation", "roads"].flatMap(ways),
  ...["boundaries", "boundary"].map(
    (dataLayer): PaintRule => ({
      dataLayer,
      symbolizer: new LineSymbolizer({ color: border, width: 1.2, dash: [5, 4] }),
    }),
  ),
];

/** The reader's language first; a name in any other is better than none. */
const namesIn = (locale: string) =>
  locale === "lo" ? ["name:lo", "name", "name:en"] : ["name:en", "name:latin", "name", "name:lo"];

function labelRules(locale: string): LabelRule[] {
  const label = (dataLayer: string, fill: string, fontSize: number): LabelRule => ({
    dataLayer,
    symbolizer: new CenteredTextSymbolizer({
      labelProps: namesIn(locale),
      fill,
      stroke: ground,
      width: 3,
      lineHeight: 1.6,
      fontFamily: lao,
      fontSize,
      fontWeight: 560,
    }),
    filter: (_, { geomType }) => geomType === 1,
  });
  return [
    label("places", ink, 13),
    label("place", ink, 13),
    label("water", waterName, 12),
    label("water_name", waterName, 12),
  ];
}

/** The operator's vector tiles as a Leaflet layer, drawn on 2D canvas: no WebGL, no worker, no style from elsewhere. */
export async function vectorBase(tiles: PMTiles, locale: string): Promise<L.GridLayer> {
  const { maxZoom } = await tiles.getHeader();
  // Names drawn before their font is there would be drawn in another and stay so.
  await document.fonts?.load(`560 13px ${lao}`, "ບ້ານ").catch(() => []);
  const layer = leafletLayer({
    url: tiles as unknown as string,
    paintRules,
    labelRules: labelRules(locale),
    backgroundColor: ground,
    maxDataZoom: maxZoom,
    maxZoom: 20,
    lang: locale,
    attribution: "",
  });
  return layer as unknown as L.GridLayer;
}
