import { uuidv7 } from "@/lib/changes/uuid";
import { defaultSeason } from "@/lib/maps/categories";
import { type Draft, shapeOf } from "@/lib/maps/drafts";
import { hideExactPlace } from "@/lib/maps/geometry";
import type { Category, Feature } from "@/lib/maps/schema";
import { localStore } from "@/lib/sync/local-store";
import type { Edit } from "./edit-history";
import type { FeatureRecord, MapRecord } from "./map-records";
import { spaceOf } from "./map-records";

type Adding = Readonly<{
  map: MapRecord;
  category: Category;
  draft: Draft;
  more?: Partial<Feature>;
  what: string;
}>;

/** The edit that puts a drawn shape on the map; null while the shape lacks places. */
export function addFeature({ map, category, draft, more, what }: Adding): (Edit & { id: string }) | null {
  const geometry = shapeOf(draft, spaceOf(map.fields.base), { hide: category.frame === "care" });
  if (!geometry) return null;
  const id = uuidv7();
  const fields: Feature = {
    mapId: map.id,
    category: category.id,
    geometry,
    season: defaultSeason(category),
    sensitive: category.sensitive,
    ...more,
  };
  let known = false;
  return {
    id,
    what,
    apply: async () => {
      if (known) return localStore.undoRemove("feature", id);
      known = true;
      return localStore.record({ type: "feature", subject: id, place: map.place, fields });
    },
    revert: () => localStore.removeRecord("feature", id),
  };
}

type Changing = Readonly<{
  feature: FeatureRecord;
  fields: Partial<Feature>;
  what: string;
  /** The words of one field, as they are typed. */
  typing?: boolean;
}>;

/** Sets some fields; going back sets what they were. */
export function changeFeature({ feature, fields, what, typing }: Changing): Edit {
  const names = Object.keys(fields) as (keyof Feature)[];
  const before = Object.fromEntries(
    names.map((name) => [name, feature.fields[name] ?? null]),
  ) as Partial<Feature>;
  const write = (values: Partial<Feature>) =>
    localStore.record({ type: "feature", subject: feature.id, place: feature.place, fields: values });
  const name = typing ? `${feature.id} ${names.join(" ")}` : undefined;
  return { what, typing: name, apply: () => write(fields), revert: () => write(before) };
}

export const deleteFeature = ({ feature, what }: Pick<Changing, "feature" | "what">): Edit => ({
  what,
  apply: () => localStore.removeRecord("feature", feature.id),
  revert: () => localStore.undoRemove("feature", feature.id),
});

/** Another symbol for a feature; one of a group needing care becomes sensitive and loses its exact place. */
export function recategorised(feature: Feature, category: Category): Partial<Feature> {
  if (category.frame !== "care")
    return { category: category.id, sensitive: feature.sensitive || category.sensitive };
  return { category: category.id, sensitive: true, geometry: hideExactPlace(feature.geometry) };
}
