"use client";

import { useMemo } from "react";
import { usePhotoUrl, useRecord } from "@/components/field/store-hooks";
import type { LaidPhoto } from "@/components/map/photo-layer";
import { type FitRefusal, fitPhoto, type PhotoFit } from "@/lib/maps/control-points";
import type { ControlPoint } from "@/lib/maps/schema";
import type { MapRecord } from "./map-records";

export type LaidState = Readonly<{
  photo: LaidPhoto | null;
  size: { width: number; height: number } | null;
  points: readonly ControlPoint[];
  fit: PhotoFit | null;
  refused: FitRefusal | null;
  opacity: number;
  url: string | null;
}>;

const none: readonly ControlPoint[] = [];

/** The map's photo, how it lies by its control points, and how strong it is. */
export function useLaidPhoto({ fields }: MapRecord): LaidState {
  const record = useRecord("photo", fields.photoId);
  const url = usePhotoUrl(fields.photoId);
  const points = fields.controlPoints ?? none;
  const opacity = fields.photoOpacity ?? 0.6;
  const [width, height] = [record?.fields.width, record?.fields.height];
  const size = useMemo(() => (width && height ? { width, height } : null), [width, height]);
  const fitted = useMemo(() => (size ? fitPhoto(points, size) : null), [points, size]);
  const fit = fitted?.fit ?? null;
  const shown = url !== null && (fields.base === "sketch" || (fields.base === "photo" && fit !== null));
  const photo = useMemo(
    () => (shown && url ? { url, fit: fields.base === "photo" ? fit : null, opacity } : null),
    [shown, url, fit, fields.base, opacity],
  );
  return { photo, size, points, fit, refused: fitted?.refused ?? null, opacity, url };
}
