"use client";

import { useTranslations } from "next-intl";
import { PhotoPlace } from "@/components/field/photo-place";
import { usePhotoUrl } from "@/components/field/store-hooks";
import { type FeatureRecord, useFeatureName } from "./map-records";
import { PhotoButton } from "./photo-button";

type Props = { feature: FeatureRecord; onPhoto: (file: File) => Promise<unknown> };

export function FeaturePhoto({ feature, onPhoto }: Props) {
  const t = useTranslations("maps.feature");
  const url = usePhotoUrl(feature.fields.photoId);
  const name = useFeatureName()(feature.fields);
  return (
    <div className="stack-s">
      {/* biome-ignore lint/performance/noImgElement: from the phone's own store or behind access control, never optimised elsewhere */}
      {url && <img className="feature-photo" src={url} alt={t("photoOf", { what: name })} />}
      <PhotoPlace photoId={feature.fields.photoId} />
      <PhotoButton wide label={feature.fields.photoId ? t("changePhoto") : t("photo")} onPick={onPhoto} />
    </div>
  );
}
