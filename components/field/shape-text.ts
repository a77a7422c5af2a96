"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { lengthMetres, middleOf } from "@/lib/maps/geometry";
import { Geometry } from "@/lib/maps/schema";
import { writeCoordinates } from "@/lib/maps/typed-coordinates";

/** A value as a drawn shape, or null when it is something else. */
export function shapeOfValue(value: unknown): Geometry | null {
  if (typeof value !== "object" || value === null || !("coordinates" in value)) return null;
  return Geometry.safeParse(value).data ?? null;
}

/** A drawn shape in words: what it is, how many points, how long, and where. */
export function useShapeText(): (shape: Geometry) => string {
  const t = useTranslations("field.shape");
  const locale = useLocale();
  return (shape) => {
    const where = writeCoordinates([middleOf(shape)], shape.space);
    const place = shape.space === "geo" ? t("at", { where }) : t("onSketch", { where });
    if (shape.type === "Point") return `${t("point")} ${place}`;
    const places = shape.type === "LineString" ? shape.coordinates : (shape.coordinates[0] ?? []).slice(1);
    const counted = t(shape.type === "LineString" ? "line" : "area", {
      count: places.length,
      n: formatNumber(places.length, locale),
    });
    const metres = shape.type === "LineString" && shape.space === "geo" ? lengthMetres(places) : null;
    const long = metres === null ? "" : `, ${t("long", { n: formatNumber(Math.round(metres), locale) })}`;
    return `${counted}${long} ${place}`;
  };
}
