"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import { type Draft, isFinished, missingVertices } from "@/lib/maps/drafts";
import type { Position } from "@/lib/maps/geometry";

type Props = {
  draft: Draft;
  /** No place on Earth, no standing there. */
  sketch: boolean;
  onTap: (position: Position) => void;
  onFinish: () => void;
  onTakeBack: () => void;
  onStop: () => void;
};

/** What to do next while a symbol is chosen, in words; and the ways other than a finger. */
export function DrawingBar({ draft, sketch, onTap, onFinish, onTakeBack, onStop }: Props) {
  const t = useTranslations("maps.editor");
  const locale = useLocale();
  const missing = missingVertices(draft);
  const counted = { count: missing, n: formatNumber(missing, locale) };
  const hint =
    draft.type === "Point"
      ? t("tapHere")
      : draft.type === "LineString"
        ? t("tapLine", counted)
        : t("tapArea", counted);
  const many = draft.type !== "Point";
  return (
    <div className="map-sheet stack-s">
      <p role="status">{hint}</p>
      <div className="row wrap">
        {many && (
          <Button kind="pri" onClick={onFinish} disabled={!isFinished(draft)}>
            {t("finish")}
          </Button>
        )}
        {many && draft.vertices.length > 0 && (
          <Button kind="dim" icon="undo" onClick={onTakeBack}>
            {t("undoVertex")}
          </Button>
        )}
        {!sketch && <HereButton onPlace={onTap} />}
        <Button kind="quiet" onClick={onStop}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

function HereButton({ onPlace }: { onPlace: (position: Position) => void }) {
  const t = useTranslations("maps.editor");
  const [wrong, setWrong] = useState(false);
  const find = () => {
    setWrong(false);
    const options = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 5_000 };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onPlace([coords.longitude, coords.latitude]),
      () => setWrong(true),
      options,
    );
  };
  return (
    <>
      <Button kind="dim" icon="pin" onClick={find}>
        {t("here")}
      </Button>
      {wrong && <p role="alert">{t("hereWrong")}</p>}
    </>
  );
}
