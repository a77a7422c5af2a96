"use client";

import { useTranslations } from "next-intl";
import { type Draft, movedBy } from "@/lib/maps/drafts";
import { hideExactPlace, type Position } from "@/lib/maps/geometry";
import type { Category, Feature, Geometry } from "@/lib/maps/schema";
import { localStore } from "@/lib/sync/local-store";
import { useEditHistory } from "./edit-history";
import { addFeature, changeFeature, deleteFeature } from "./feature-edits";
import { type FeatureRecord, type MapRecord, useCategories, useFeatureName } from "./map-records";

/** What can be done to the features of one map; everything goes through the history, so everything can be taken back. */
export function useMapEdits(map: MapRecord) {
  const t = useTranslations("maps.feature");
  const nameOf = useFeatureName();
  const categories = useCategories();
  const history = useEditHistory();
  const place = map.place ?? "";

  const add = async (
    category: Category,
    draft: Draft,
    more: Partial<Feature> = {},
  ): Promise<string | null> => {
    const what = t("addedWhat", { what: nameOf({ category: category.id, label: more.label }) });
    const edit = addFeature({ map, category, draft, more, what });
    if (edit) await history.run(edit);
    return edit?.id ?? null;
  };
  const change = (feature: FeatureRecord, fields: Partial<Feature>, kind: "changed" | "moved" = "changed") =>
    history.run(changeFeature({ feature, fields, what: t(kind, { what: nameOf(feature.fields) }) }));
  const type = (feature: FeatureRecord, fields: Partial<Feature>) =>
    history.run(
      changeFeature({ feature, fields, typing: true, what: t("changed", { what: nameOf(feature.fields) }) }),
    );
  const remove = (feature: FeatureRecord) =>
    history.run(deleteFeature({ feature, what: t("deletedWhat", { what: nameOf(feature.fields) }) }));
  const move = (feature: FeatureRecord, geometry: Geometry) => {
    const care = categories.find(({ id }) => id === feature.fields.category)?.frame === "care";
    return change(feature, { geometry: care ? hideExactPlace(geometry) : geometry }, "moved");
  };
  const nudge = (feature: FeatureRecord, step: Position) =>
    move(feature, movedBy(feature.fields.geometry, step));
  const addPhoto = async (feature: FeatureRecord, file: File) => {
    const { workshopId } = map.fields;
    const { sensitive } = feature.fields;
    const photoId = await localStore.addPhoto(file, { workshopId, place, purpose: "feature", sensitive });
    await change(feature, { photoId });
  };
  return { history, add, change, type, remove, move, nudge, addPhoto };
}

export type MapEdits = ReturnType<typeof useMapEdits>;
