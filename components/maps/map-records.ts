"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { type FieldRecord, useKnown, useRecord, useRecords } from "@/components/field/store-hooks";
import { unknownCategory } from "@/components/map/drawing";
import type { DrawnFeature } from "@/components/map/drawn-feature";
import { seedCategories } from "@/lib/maps/categories";
import type { Position } from "@/lib/maps/geometry";
import type { Category, Feature } from "@/lib/maps/schema";

export type FeatureRecord = FieldRecord<"feature">;
export type MapRecord = FieldRecord<"map">;
export type SeasonShown = "dry" | "wet";

const noFeatures: readonly FeatureRecord[] = [];

/** The vocabulary as the server last told it, over what the programme starts with, so that no phone is without symbols. */
export function useCategories(): readonly Category[] {
  const known = useKnown("categories") as readonly Category[] | null | undefined;
  return useMemo(() => {
    const told = new Set(known?.map(({ id }) => id));
    const all = [...(known ?? []), ...seedCategories.filter(({ id }) => !told.has(id))];
    return all.sort((a, b) => a.position - b.position);
  }, [known]);
}

/** A category's word in the reader's language; the id itself for one this phone does not know. */
export function useCategoryName(): (id: string) => string {
  const categories = useCategories();
  const locale = useLocale();
  const names = useMemo(
    () => new Map(categories.map(({ id, labelLo, labelEn }) => [id, locale === "lo" ? labelLo : labelEn])),
    [categories, locale],
  );
  return (id) => names.get(id) ?? id;
}

/** What a feature is called in lists and announcements. */
export function useFeatureName(): (feature: Pick<Feature, "category" | "label">) => string {
  const nameOf = useCategoryName();
  return ({ category, label }) => (label ? `${nameOf(category)}: ${label}` : nameOf(category));
}

export function useVillageMap(mapId: string) {
  const map = useRecord("map", mapId);
  const features = useRecords("feature", { link: mapId });
  return { map, features: features ?? noFeatures, ready: map !== undefined && features !== undefined };
}

export function useMaps(workshopId: string) {
  return useRecords("map", { link: workshopId });
}

/** Where the village lies, for a map that has nothing on it yet. */
export function usePlace(placeId: string | null | undefined) {
  const places = useKnown("places");
  const place = places?.find(({ id }) => id === placeId) ?? null;
  const point: Position | null = place?.lat != null && place.lng != null ? [place.lng, place.lat] : null;
  return { place, point };
}

export const inSeason = (season: Feature["season"], shown: SeasonShown) =>
  season === "all" || season === shown;

/** What the canvas draws of the records: those of the season and of the map's own space. */
export function drawnFeatures(
  features: readonly FeatureRecord[],
  categories: readonly Category[],
): DrawnFeature[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return features.map(({ id, fields }) => ({
    id,
    geometry: fields.geometry,
    category: byId.get(fields.category) ?? unknownCategory,
    label: fields.label ?? null,
  }));
}

export const spaceOf = (base: MapRecord["fields"]["base"]) => (base === "sketch" ? "sketch" : "geo");
