"use client";

import type L from "leaflet";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { MapSpace } from "@/components/map/space";
import { today } from "@/lib/clock";
import { type PhotoFit, photoCorners } from "@/lib/maps/control-points";
import { type Position, positionsOf } from "@/lib/maps/geometry";
import type { Category } from "@/lib/maps/schema";
import { DrawingBar } from "./drawing-bar";
import { ExchangePanel } from "./exchange-panel";
import { FeatureSummary } from "./feature-summary";
import { MapControls } from "./map-controls";
import {
  drawnFeatures,
  type FeatureRecord,
  inSeason,
  type MapRecord,
  type SeasonShown,
  spaceOf,
  useCategories,
  usePlace,
} from "./map-records";
import { PhotoPanel } from "./photo-panel";
import { SymbolPalette } from "./symbol-palette";
import { useDrawing } from "./use-drawing";
import { useLaidPhoto } from "./use-laid-photo";
import type { MapEdits } from "./use-map-edits";
import { useViewStore } from "./view-store";

// Leaflet touches `window` when it is loaded, and is only wanted here.
const MapCanvas = lazy(() => import("@/components/map/map-canvas").then((m) => ({ default: m.MapCanvas })));

type Props = {
  map: MapRecord;
  features: readonly FeatureRecord[];
  edits: MapEdits;
  placeName: string;
  onDetails: (id: string) => void;
};

/** May to October the rains. */
const seasonNow = (): SeasonShown => (/-(0[5-9]|10)-/.test(today()) ? "wet" : "dry");

export function MapWorkbench({ map, features, edits, placeName, onDetails }: Props) {
  const t = useTranslations("maps.editor");
  const words = useTranslations("maps");
  const categories = useCategories();
  const [season, setSeason] = useState<SeasonShown>(seasonNow);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [landTap, setLandTap] = useState<{ number: number; take: (position: Position) => void } | null>(null);
  const [leaflet, setLeaflet] = useState<L.Map | null>(null);
  const view = useViewStore();
  const laid = useLaidPhoto(map);
  const space = useMapSpace(map, laid.size);
  useShowPhoto(leaflet, laid.fit, features.length === 0);
  const start = useStart(map, features);
  const shown = useMemo(
    () => drawnFeatures(visible(features, map, season), categories),
    [features, map, season, categories],
  );
  const drawing = useDrawing({
    edits,
    onAdded: (id, category) => {
      setSelectedId(id);
      if (category.id === "seasonal_cutoff" || category.id === "cutoff") setSeason("wet");
    },
  });
  const selected = features.find(({ id }) => id === selectedId);
  const tap = (position: Position, hit: string | null) => {
    if (landTap) {
      landTap.take(position);
      return setLandTap(null);
    }
    const unfinished = drawing.drawing && drawing.drawing.draft.vertices.length > 0;
    if (hit && !unfinished) return setSelectedId(hit);
    if (drawing.drawing) return void drawing.tap(position);
    setSelectedId(null);
  };
  const choose = (category: Category | null) => {
    setSelectedId(null);
    drawing.begin(category);
  };
  const nudge = ([x, y]: Position) => {
    const [stepX, stepY] = view.get()?.unitsPerPixel ?? [0, 0];
    const up = space.kind === "sketch" ? -y : y;
    if (selected) void edits.nudge(selected, [x * 8 * stepX, up * 8 * stepY]);
  };
  return (
    <div className="workbench">
      <div className="map-frame">
        <Suspense fallback={<div className="map-ground" />}>
          <MapCanvas
            space={space}
            start={start}
            label={t("mapOf", { place: placeName })}
            features={shown}
            selected={selectedId}
            draft={drawing.drawing?.draft ?? null}
            photo={laid.photo}
            onTap={tap}
            onView={view.set}
            onMoved={(geometry) => selected && void edits.move(selected, geometry)}
            onReady={setLeaflet}
          />
        </Suspense>
        <MapControls
          season={season}
          onSeason={setSeason}
          leaflet={leaflet}
          view={view}
          sketch={space.kind === "sketch"}
        >
          <PhotoPanel map={map} laid={laid} onLandTap={setLandTap} />
        </MapControls>
      </div>
      <LandTapHint number={landTap?.number} />
      <SymbolPalette features={features} chosen={drawing.drawing?.category.id ?? null} onChoose={choose} />
      {drawing.drawing && (
        <DrawingBar
          draft={drawing.drawing.draft}
          sketch={space.kind === "sketch"}
          onTap={drawing.tap}
          onFinish={drawing.finish}
          onTakeBack={drawing.takeBack}
          onStop={drawing.stop}
        />
      )}
      {selected && (
        <FeatureSummary
          feature={selected}
          onNudge={nudge}
          onPhoto={(file) => edits.addPhoto(selected, file)}
          onDetails={() => onDetails(selected.id)}
        />
      )}
      {!selected && !drawing.drawing && <p className="map-sheet mut">{t("empty")}</p>}
      <details className="map-sheet">
        <summary className="fold-line">{words("exchange.summary")}</summary>
        <ExchangePanel map={map} />
      </details>
    </div>
  );
}

function LandTapHint({ number }: { number: number | undefined }) {
  const t = useTranslations("maps.photo");
  return number === undefined ? null : (
    <p className="map-sheet med" role="status">
      {t("tapLandNow", { n: String(number) })}
    </p>
  );
}

/** The first time the photo lies on the land, the map goes there; with things drawn already, it stays where it is. */
function useShowPhoto(leaflet: L.Map | null, fit: PhotoFit | null, empty: boolean) {
  const shown = useRef(false);
  useEffect(() => {
    if (!leaflet || !fit || !empty || shown.current) return;
    shown.current = true;
    leaflet.fitBounds(photoCorners(fit).map(([lng, lat]): [number, number] => [lat, lng]));
  }, [leaflet, fit, empty]);
}

const visible = (features: readonly FeatureRecord[], map: MapRecord, season: SeasonShown) =>
  features.filter(
    ({ fields }) => inSeason(fields.season, season) && fields.geometry.space === spaceOf(map.fields.base),
  );

function useMapSpace({ fields }: MapRecord, size: { width: number; height: number } | null): MapSpace {
  const ratio = size ? size.height / size.width : 0.75;
  const { base } = fields;
  return useMemo(() => (base === "sketch" ? { kind: "sketch", ratio } : { kind: "geo" }), [base, ratio]);
}

/** Opens on what is drawn, else on the village; decided once, so that the map does not jump while drawing. */
function useStart(map: MapRecord, features: readonly FeatureRecord[]) {
  const { point } = usePlace(map.place);
  const [drawn] = useState(() =>
    features.flatMap(({ fields }) => (fields.geometry.space === "geo" ? positionsOf(fields.geometry) : [])),
  );
  const centre = map.fields.centre ?? point;
  return useMemo(
    () => ({ around: drawn.length > 0 ? drawn : centre ? [centre] : [], zoom: map.fields.zoom ?? 16 }),
    [drawn, centre, map.fields.zoom],
  );
}
