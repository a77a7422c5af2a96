"use client";

import { useTranslations } from "next-intl";
import { writeCoordinates } from "@/lib/maps/typed-coordinates";
import { localStore } from "@/lib/sync/local-store";
import { Button } from "../ui/button";
import { useRecord } from "./store-hooks";

/** Says that a photo's place is kept, and takes it out again. */
export function PhotoPlace({ photoId }: { photoId: string | null | undefined }) {
  const t = useTranslations("media");
  const photo = useRecord("photo", photoId);
  const location = photo?.fields.location;
  if (!photo || !location) return null;
  const forget = () =>
    localStore.record({
      type: "photo",
      subject: photo.id,
      place: photo.place,
      fields: { location: null, locationKept: false },
      seen: photo.versions,
    });
  return (
    <p className="sm mut row wrap">
      <span>{t("takenAt", { place: writeCoordinates([location], "geo") })}</span>
      <Button kind="quiet" small onClick={() => void forget()}>
        {t("forgetPlace")}
      </Button>
    </p>
  );
}
