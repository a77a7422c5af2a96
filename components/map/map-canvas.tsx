"use client";

import "leaflet/dist/leaflet.css";
import "./map-canvas.css";
import L from "leaflet";
import { useEffect, useMemo, useRef, useState } from "react";
import { MapContainer, useMap } from "react-leaflet";
import type { Position } from "@/lib/maps/geometry";
import type { Geometry } from "@/lib/maps/schema";
import { type Basemap as BasemapFound, basemapLayer } from "./basemap-layer";
import type { LayerContent } from "./drawn-feature";
import { FeatureLayer } from "./feature-layer";
import { HandlesLayer } from "./handles-layer";
import { type LaidPhoto, PhotoLayer } from "./photo-layer";
import { type MapSpace, sketchBounds, toLatLng, toPosition } from "./space";

export type MapView = Readonly<{
  centre: Position;
  zoom: number;
  /** Null on a sketch, which has no metres. */
  metresPerPixel: number | null;
  unitsPerPixel: Position;
}>;

type Props = LayerContent & {
  space: MapSpace;
  label: string;
  /** Where the map opens; on a sketch the whole drawing. */
  start: Readonly<{ around: readonly Position[]; zoom: number }>;
  photo: LaidPhoto | null;
  onTap: (position: Position, featureId: string | null) => void;
  onView: (view: MapView) => void;
  /** The chosen feature was dragged, or one of its places was. */
  onMoved: (shape: Geometry) => void;
  onReady?: (map: L.Map) => void;
};

/** The Leaflet map itself. Loaded only in a browser, lazily; everything around it is ordinary HTML. */
export function MapCanvas(props: Props) {
  const { space, start } = props;
  const sketch = space.kind === "sketch";
  const bounds = useMemo(() => startBounds(space, start.around), [space, start.around]);
  return (
    <MapContainer
      className="map-ground"
      crs={sketch ? L.CRS.Simple : L.CRS.EPSG3857}
      center={bounds.getCenter()}
      zoom={sketch ? 0 : start.zoom}
      minZoom={sketch ? -4 : 5}
      maxZoom={sketch ? 4 : 20}
      zoomSnap={0.25}
      zoomDelta={1}
      zoomControl={false}
      attributionControl={false}
      zoomAnimation={false}
      fadeAnimation={false}
      inertia={false}
    >
      <StartView bounds={bounds} maxZoom={sketch ? 3 : start.zoom} />
      <Layers {...props} />
    </MapContainer>
  );
}

const margin = 24;

/** Fits what the map opens with, once there is room: a screen that is still being put together has none, and no zoom fits it. */
function StartView({ bounds, maxZoom }: { bounds: L.LatLngBounds; maxZoom: number }) {
  const map = useMap();
  const first = useRef({ bounds, maxZoom });
  useEffect(() => {
    const fitted = () => {
      const { x, y } = map.getSize();
      if (Math.min(x, y) <= 2 * margin) return false;
      const { bounds: shown, maxZoom: most } = first.current;
      map.fitBounds(shown, { padding: [margin, margin], maxZoom: most, animate: false });
      return true;
    };
    if (fitted()) return;
    const waiting = new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      if (fitted()) waiting.disconnect();
    });
    waiting.observe(map.getContainer());
    return () => waiting.disconnect();
  }, [map]);
  return null;
}

function startBounds(space: MapSpace, around: readonly Position[]): L.LatLngBounds {
  if (space.kind === "sketch") return sketchBounds(space);
  const bounds = L.latLngBounds(around.map((position) => toLatLng(space, position)));
  return bounds.isValid() ? bounds : L.latLngBounds([17.9, 102.5], [18, 102.7]);
}

function Layers({ space, label, photo, features, selected, draft, onTap, onView, onMoved, onReady }: Props) {
  const map = useMap();
  const chosen = features.find(({ id }) => id === selected)?.geometry ?? null;
  const layer = useMemo(() => new FeatureLayer(space), [space]);
  const tap = useRef(onTap);
  const view = useRef(onView);
  tap.current = onTap;
  view.current = onView;
  useEffect(() => {
    layer.addTo(map);
    return () => void layer.remove();
  }, [map, layer]);
  useEffect(() => layer.update({ features, selected, draft }), [layer, features, selected, draft]);
  useEffect(() => watch(map, { space, layer, tap, view }), [map, space, layer]);
  useEffect(() => onReady?.(map), [map, onReady]);
  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", label);
  }, [map, label]);
  return (
    <>
      {space.kind === "geo" && <Basemap />}
      {photo && <Photo space={space} photo={photo} />}
      <Handles space={space} shape={chosen} onMoved={onMoved} />
    </>
  );
}

type Watched = {
  space: MapSpace;
  layer: FeatureLayer;
  tap: { current: Props["onTap"] };
  view: { current: Props["onView"] };
};

function watch(map: L.Map, { space, layer, tap, view }: Watched): () => void {
  const tapped = ({ latlng, containerPoint }: L.LeafletMouseEvent) =>
    tap.current(toPosition(space, latlng), layer.hit(containerPoint));
  const moved = () => view.current(viewOf(map, space));
  const resized = new ResizeObserver(() => map.invalidateSize({ pan: false }));
  map.on("click", tapped);
  map.on("moveend zoomend", moved);
  resized.observe(map.getContainer());
  moved();
  return () => {
    map.off("click", tapped);
    map.off("moveend zoomend", moved);
    resized.disconnect();
  };
}

function viewOf(map: L.Map, space: MapSpace): MapView {
  const middle = map.getSize().divideBy(2);
  const [here, aside] = [
    map.containerPointToLatLng(middle),
    map.containerPointToLatLng(middle.add([100, 100])),
  ];
  const units = space.kind === "geo" ? 100 : 100_000;
  const metres = map.distance(here, map.containerPointToLatLng(middle.add([100, 0]))) / 100;
  return {
    centre: toPosition(space, here),
    zoom: map.getZoom(),
    metresPerPixel: space.kind === "geo" ? metres : null,
    unitsPerPixel: [
      Math.abs(aside.lng - here.lng) / units,
      Math.abs(aside.lat - here.lat) / units / (space.kind === "geo" ? 1 : space.ratio),
    ],
  };
}

type HandlesProps = Pick<Props, "space" | "onMoved"> & { shape: Geometry | null };

function Handles({ space, shape, onMoved }: HandlesProps) {
  const map = useMap();
  const moved = useRef(onMoved);
  moved.current = onMoved;
  const layer = useMemo(() => new HandlesLayer({ space, onMoved: (shape) => moved.current(shape) }), [space]);
  useEffect(() => {
    layer.addTo(map);
    return () => void layer.remove();
  }, [map, layer]);
  useEffect(() => layer.update(shape), [layer, shape]);
  return null;
}

function Photo({ space, photo }: { space: MapSpace; photo: LaidPhoto }) {
  const map = useMap();
  const first = useRef(photo);
  const layer = useMemo(() => new PhotoLayer(space, first.current), [space]);
  useEffect(() => {
    layer.addTo(map);
    return () => void layer.remove();
  }, [map, layer]);
  useEffect(() => layer.update(photo), [layer, photo]);
  return null;
}

function Basemap() {
  const map = useMap();
  const [base, setBase] = useState<BasemapFound | null>(null);
  useEffect(() => {
    let wanted = true;
    void basemapLayer(document.documentElement.lang).then((found) => wanted && setBase(found));
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(() => {
    if (!base) return;
    base.layer.addTo(map);
    const control = base.credit ? creditControl(base.credit).addTo(map) : null;
    return () => {
      base.layer.remove();
      control?.remove();
    };
  }, [map, base]);
  return null;
}

function creditControl(credit: string): L.Control {
  const control = new L.Control({ position: "topright" });
  control.onAdd = () => {
    const line = L.DomUtil.create("p", "map-credit");
    line.textContent = credit;
    return line;
  };
  return control;
}
