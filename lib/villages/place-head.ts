import type { PlaceLevel } from "@/db/schema/places";

export type NamedPlace = Readonly<{ id: string; code: string | null; nameLo: string; nameEn: string }>;

/** A place with the way to it in today's tree, large to small, itself last; the country is left out. */
export type PlaceHead = NamedPlace &
  Readonly<{
    level: PlaceLevel;
    districtId: string | null;
    provinceId: string | null;
    ended: string | null;
    path: readonly (NamedPlace & { level: PlaceLevel })[];
  }>;

export const placeHref = (place: Pick<NamedPlace, "id" | "code">, page = "") =>
  `/places/${place.code ?? place.id}${page && `/${page}`}`;

export const whereaboutsOfHead = ({ id, level, districtId }: PlaceHead) => ({
  districtId,
  villageId: level === "village" ? id : null,
});
