"use client";

import type L from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { scaleBar } from "@/components/map/figure-frame";
import { Icon } from "@/components/ui/icon";
import { Segments } from "@/components/ui/segments";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import type { SeasonShown } from "./map-records";
import { useView, type ViewStore } from "./view-store";

type Props = {
  season: SeasonShown;
  onSeason: (season: SeasonShown) => void;
  leaflet: L.Map | null;
  view: ViewStore;
  sketch: boolean;
  /** The panel of what lies under the map. */
  children: ReactNode;
};

/** What floats over the map, within the thumb's reach. */
export function MapControls({ season, onSeason, leaflet, view, sketch, children }: Props) {
  const t = useTranslations("maps.editor");
  const words = useTranslations("maps.season");
  const [open, setOpen] = useState(true);
  const option = (value: SeasonShown) => ({
    value,
    label: (
      <>
        <Icon name={value} small /> {words(value)}
      </>
    ),
  });
  return (
    <>
      <div className="map-season">
        <Segments
          name="shown"
          label={words("shown")}
          value={season}
          options={[option("dry"), option("wet")]}
          onChange={onSeason}
        />
      </div>
      <div className="map-tools">
        <button type="button" aria-label={t("layers")} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="layers" />
        </button>
        <span className="map-zoom">
          <button type="button" aria-label={t("zoomIn")} onClick={() => leaflet?.zoomIn()}>
            <Icon name="plus" />
          </button>
          <button type="button" aria-label={t("zoomOut")} onClick={() => leaflet?.zoomOut()}>
            <Icon name="minus" />
          </button>
        </span>
      </div>
      <div className="map-under">
        {!sketch && <Measure store={view} />}
        {open && children}
      </div>
    </>
  );
}

/** "500 m" or "2 km", in the reader's language. */
export function useMetres(): (metres: number) => string {
  const t = useTranslations("maps.editor");
  const locale = useLocale() as Locale;
  return (metres) =>
    metres < 1000
      ? t("metres", { n: formatNumber(Math.round(metres), locale) })
      : t("kilometres", { n: formatNumber(metres / 1000, locale, { maxDecimals: 1 }) });
}

function Measure({ store }: { store: ViewStore }) {
  const view = useView(store);
  const t = useTranslations("maps.editor");
  const format = useMetres();
  if (!view) return null;
  const [lng, lat] = view.centre;
  const bar = scaleBar(1 / (view.metresPerPixel ?? 1), 300);
  return (
    <div className="map-measure">
      <svg width={Math.ceil(bar.units) + 4} height="10" aria-hidden="true">
        <path d={`M2 1v7h${bar.units.toFixed(1)}v-7`} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>{format(bar.metres)}</span>
      <span className="nw">{t("centre", { coordinates: `${lat.toFixed(5)}, ${lng.toFixed(5)}` })}</span>
    </div>
  );
}
