import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { photoUnder } from "@/lib/maps/photo-under";
import { spaceOfBase } from "@/lib/maps/space";
import type { Poster } from "@/lib/publishing/views";
import { MapLegend } from "../map/map-legend";
import { VillageMapFigure } from "../map/village-map-figure";
import { useMetresText, usePosterNames, useTravelTime } from "./poster-words";

/** The map the village drew, how far the health centre is, and what its symbols mean. */
export function PosterMap({ poster, height }: { poster: Poster; height: number }) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const metres = useMetresText();
  const { village } = usePosterNames(poster);
  const { map, categories } = poster;
  const shown = shownFeatures(poster);
  return (
    <div className="poster-map">
      <div className="poster-map-box">
        {map ? (
          <VillageMapFigure
            title={t("map", { name: village })}
            features={shown}
            categories={categories}
            space={spaceOfBase(map.base)}
            size={{ width: 1000, height }}
            photo={photoUnder(map)}
            formatMetres={metres}
            symbolSize={50}
          />
        ) : (
          <p className="poster-empty">{t("noMap")}</p>
        )}
        <Travel poster={poster} />
      </div>
      <MapLegend features={shown} categories={categories} locale={locale} className="poster-legend" />
    </div>
  );
}

/** What the figure draws, and therefore what its legend names. */
export const shownFeatures = ({ map }: Poster) =>
  map?.features.filter(({ geometry }) => geometry.space === spaceOfBase(map.base)) ?? [];

function Travel({ poster: { healthCentre } }: { poster: Poster }) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const time = useTravelTime();
  if (!healthCentre) return null;
  return (
    <p className="poster-travel">
      <b>{t("toHealthCentre", { name: placeName(healthCentre, locale) })}</b>
      {t("dryWet", { dry: time(healthCentre.dry), wet: time(healthCentre.wet) })}
    </p>
  );
}
