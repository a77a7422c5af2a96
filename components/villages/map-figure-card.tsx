import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { isKeptBack } from "@/lib/maps/categories";
import { type DrawnMap, photoUnder } from "@/lib/maps/photo-under";
import type { Category } from "@/lib/maps/schema";
import { spaceOfBase } from "@/lib/maps/space";
import type { WallFeature } from "@/lib/publishing/views";
import { MapLegend } from "../map/map-legend";
import { VillageMapFigure } from "../map/village-map-figure";
import { useMetresText } from "../poster/poster-words";

type Props = {
  map: DrawnMap & Readonly<{ features: readonly WallFeature[] }>;
  categories: readonly Category[];
  hidden: number;
  title: string;
  children?: ReactNode;
};

/** A map as a figure with its legend, and how many things on it are kept back. */
export function MapFigureCard({ map, categories, hidden, title, children }: Props) {
  const t = useTranslations("villages.map");
  const locale = useLocale();
  const metres = useMetresText();
  const space = spaceOfBase(map.base);
  const shown = map.features.filter((one) => one.geometry.space === space && !isKeptBack(one, categories));
  const kept = hidden + map.features.filter((one) => isKeptBack(one, categories)).length;
  return (
    <section className="card">
      <h2>{title}</h2>
      <VillageMapFigure
        className="village-map"
        title={title}
        features={shown}
        categories={categories}
        space={space}
        photo={photoUnder(map)}
        formatMetres={metres}
      />
      {kept > 0 && <p className="sm mut">{t("hidden", { count: kept, n: formatNumber(kept, locale) })}</p>}
      {map.base === "photo" && !map.covered && <p className="sm mut">{t("photo")}</p>}
      <MapLegend
        features={shown}
        categories={categories}
        locale={locale}
        size={28}
        className="village-legend"
      />
      {children}
    </section>
  );
}
