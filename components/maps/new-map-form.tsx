"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldNavigate } from "@/components/field/router";
import { useRecords } from "@/components/field/store-hooks";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { useGroupName } from "@/components/problems/group-names";
import { Button } from "@/components/ui/button";
import { today } from "@/lib/clock";
import { mapBases } from "@/lib/maps/schema";
import { localStore } from "@/lib/sync/local-store";
import { usePlace } from "./map-records";
import { PhotoButton } from "./photo-button";

type Props = { workshopId: string; place: string };
type Base = (typeof mapBases)[number];

export function NewMapForm({ workshopId, place }: Props) {
  const t = useTranslations("maps");
  const media = useTranslations("media");
  const groups = useRecords("group", { link: workshopId }) ?? [];
  const nameOf = useGroupName();
  const { point } = usePlace(place);
  const [groupId, setGroupId] = useState("");
  const [base, setBase] = useState<Base>("geo");
  const [photoId, setPhotoId] = useState<string | null>(null);
  const pick = async (file: File) =>
    setPhotoId(await localStore.addPhoto(file, { workshopId, place, purpose: "paper_map" }));
  const create = async () => {
    const fields = {
      workshopId,
      base,
      date: today(),
      ...(groupId ? { groupId } : {}),
      ...(base !== "geo" && photoId ? { photoId } : {}),
      ...(base === "photo" ? { photoOpacity: 0.6, controlPoints: [] } : {}),
      ...(base === "sketch" ? { photoOpacity: 1 } : {}),
      ...(point ? { centre: point } : {}),
    };
    const id = await localStore.record({ type: "map", place, fields });
    fieldNavigate(`/field/workshops/${workshopId}/map/${id}`);
  };
  return (
    <div className="stack">
      {groups.length > 0 && (
        <Select
          name="group"
          label={t("new.group")}
          placeholder={t("new.everyone")}
          value={groupId}
          options={groups.map(({ id, fields }) => ({ value: id, label: nameOf(fields) }))}
          onChange={(event) => setGroupId(event.target.value)}
        />
      )}
      <RadioCards
        name="base"
        label={t("new.base")}
        value={base}
        options={mapBases.map((value) => ({
          value,
          label: t(`base.${value}`),
          help: t(`base.${value}Help`),
        }))}
        onChange={setBase}
      />
      {base !== "geo" && (
        <div className="stack-s">
          <PhotoButton wide label={photoId ? t("feature.changePhoto") : t("new.photo")} onPick={pick} />
          <p className="sm mut" role="status">
            {photoId ? media("kept") : t("new.photoHelp")}
          </p>
        </div>
      )}
      <Button kind="pri" wide disabled={base === "photo" && !photoId} onClick={() => void create()}>
        {t("new.create")}
      </Button>
      {base === "photo" && !photoId && <p className="sm mut">{t("new.photoNeeded")}</p>}
    </div>
  );
}
