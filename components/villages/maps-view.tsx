import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { isKeptBack } from "@/lib/maps/categories";
import type { ShownMap, VillageMaps } from "@/lib/villages/views";
import { OfficeMapFiles } from "../maps/office-map-files";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "../ui/page-header";
import { MapFigureCard } from "./map-figure-card";
import { useVillageGroup } from "./village-words";
import { WorkshopChips } from "./workshop-choice";

type Rights = Readonly<{ withSensitive: boolean; mayRecord: boolean }>;

/** What each group drew, side by side, each with the same as a list. */
export function MapsView({ village, rights }: { village: VillageMaps; rights: Rights }) {
  const t = useTranslations("villages.map");
  const locale = useLocale();
  const group = useVillageGroup();
  const { head, maps, categories, workshops, workshopId } = village;
  return (
    <>
      <PageHeader title={t("title", { count: maps.length, n: formatNumber(maps.length, locale) })} />
      <WorkshopChips head={head} page="map" workshops={workshops} current={workshopId} />
      {maps.length === 0 && <EmptyState title={t("none")} />}
      <div className="village-grid">
        {maps.map((map) => (
          <MapFigureCard
            key={map.id}
            map={map}
            categories={categories}
            hidden={map.hidden}
            title={t("of", { group: map.title || (map.group ? group(map.group) : t("everyone")) })}
          >
            <FeatureTable map={map} categories={categories} />
            <OfficeMapFiles mapId={map.id} mayExport={village.mayExport} {...rights} />
          </MapFigureCard>
        ))}
      </div>
    </>
  );
}

function FeatureTable({ map, categories }: { map: ShownMap; categories: VillageMaps["categories"] }) {
  const t = useTranslations("villages.map");
  const season = useTranslations("maps.season");
  const locale = useLocale();
  const names = new Map(categories.map((one) => [one.id, locale === "lo" ? one.labelLo : one.labelEn]));
  const shown = map.features.filter((feature) => !isKeptBack(feature, categories));
  return (
    <details className="mt-2">
      <summary className="fold-line">{t("list")}</summary>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("thing")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("season")}</th>
            <th scope="col" className="n">
              {t("households")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((feature) => (
            <tr key={feature.id}>
              <th scope="row">{names.get(feature.category) ?? feature.category}</th>
              <td>{[feature.label, feature.note].filter(Boolean).join(" · ")}</td>
              <td>{season(feature.season)}</td>
              <td className="n">
                {feature.households === null ? "" : formatNumber(feature.households, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
