"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { placeInList } from "@/lib/i18n/place-name";
import { useKnown } from "./store-hooks";

/** The places of my area, by id, and their names as they are said in the reader's language. */
export function usePlaces() {
  const places = useKnown("places");
  const locale = useLocale();
  return useMemo(() => {
    const byId = new Map((places ?? []).map((place) => [place.id, place]));
    const name = (id: string | null | undefined) => {
      const place = byId.get(id ?? "");
      return place ? placeInList(place, locale) : "";
    };
    const districtName = (id: string | null | undefined) => name(byId.get(id ?? "")?.districtId);
    return { places: places ?? [], ready: places !== undefined, byId, name, districtName };
  }, [places, locale]);
}
