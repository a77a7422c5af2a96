"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { KnownPlace } from "@/lib/sync/known";
import { useKnown } from "./store-hooks";

/** The places of my area, by id, and their names in the reader's language. */
export function usePlaces() {
  const places = useKnown("places");
  const locale = useLocale();
  return useMemo(() => {
    const byId = new Map((places ?? []).map((place) => [place.id, place]));
    const nameOf = (place: Pick<KnownPlace, "nameLo" | "nameEn"> | undefined) =>
      (place && (locale === "lo" ? place.nameLo : place.nameEn || place.nameLo)) ?? "";
    const name = (id: string | null | undefined) => (id ? nameOf(byId.get(id)) : "");
    const districtName = (id: string | null | undefined) => name(byId.get(id ?? "")?.districtId);
    return { places: places ?? [], ready: places !== undefined, byId, name, nameOf, districtName };
  }, [places, locale]);
}
