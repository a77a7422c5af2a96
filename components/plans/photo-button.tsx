"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { isNoPicture, type Photo } from "@/lib/media/schema";
import { localStore } from "@/lib/sync/local-store";

type Props = {
  label: string;
  /** Shown beside the camera; without it the button is square. */
  words?: string;
  workshopId: string;
  place: string;
  purpose?: Photo["purpose"];
  onTaken: (photoId: string) => void;
};

/** Takes or chooses a photo; it is on the phone before `onTaken` is told. */
export function PhotoButton({ label, words, workshopId, place, purpose = "evidence", onTaken }: Props) {
  const t = useTranslations("media");
  const id = useId();
  const [failed, setFailed] = useState<"wrong" | "notKept" | null>(null);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setFailed(null);
    try {
      onTaken(await localStore.addPhoto(file, { workshopId, place, purpose }));
    } catch (error) {
      setFailed(isNoPicture(error) ? "wrong" : "notKept");
    }
    input.value = "";
  };
  return (
    <span className="photo-button">
      <input
        id={id}
        className="vh"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={label}
        onChange={(event) => void take(event.currentTarget)}
      />
      <label htmlFor={id} className={words ? "btn dim" : "btn sq dim"} aria-hidden="true">
        <Icon name="camera" />
        {words}
      </label>
      {failed && (
        <span className="sm late-text" role="alert">
          {t(failed)}
        </span>
      )}
    </span>
  );
}
