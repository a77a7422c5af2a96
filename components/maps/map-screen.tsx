"use client";

import { useTranslations } from "next-intl";
import { FieldScreen } from "@/components/field/field-screen";
import { LoadingScreen } from "@/components/field/loading-screen";
import { EmptyState } from "@/components/ui/empty-state";
import { CompareMaps } from "./compare-maps";
import { MapEditor } from "./map-editor";
import { useVillageMap } from "./map-records";

type Props = { workshopId: string; mapId: string };

/** `/field/workshops/<id>/map/<mapId>`: one map, or `compare` for two side by side. */
export function MapScreen({ workshopId, mapId }: Props) {
  const back = `/field/workshops/${workshopId}/map`;
  if (mapId === "compare") return <CompareMaps workshopId={workshopId} back={back} />;
  return <OneMap mapId={mapId} back={back} />;
}

function OneMap({ mapId, back }: { mapId: string; back: string }) {
  const t = useTranslations("maps.editor");
  const { map, features, ready } = useVillageMap(mapId);
  if (!ready) return <LoadingScreen />;
  if (!map || map.deletedAt) {
    return (
      <FieldScreen title={t("gone")} back={back}>
        <EmptyState title={t("gone")} />
      </FieldScreen>
    );
  }
  return <MapEditor map={map} features={features} back={back} />;
}
