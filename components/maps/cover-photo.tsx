"use client";

import { useLocale, useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";
import { usePhotoUrl } from "@/components/field/store-hooks";
import { CheckField } from "@/components/form/check-cards";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import { type CoverBox, changedBox, coveredPicture, drawnBox, smallestSide } from "@/lib/media/cover";
import { localStore } from "@/lib/sync/local-store";
import { BoxTools } from "./box-tools";

type Props = { workshopId: string; place: string; photoId: string; onDone: () => void };

/** Black boxes over a photo, burnt into a copy. The original stays sensitive; the copy is free only once confirmed. */
export function CoverPhoto({ workshopId, place, photoId, onDone }: Props) {
  const t = useTranslations("maps.cover");
  const locale = useLocale();
  const url = usePhotoUrl(photoId);
  const [boxes, setBoxes] = useState<readonly CoverBox[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [saved, setSaved] = useState(false);
  const add = (box: CoverBox) => {
    setBoxes([...boxes, box]);
    setChosen(boxes.length);
    setConfirmed(false);
  };
  const change = (step: Parameters<typeof changedBox>[1]) => {
    setBoxes(boxes.map((box, at) => (at === chosen ? changedBox(box, step) : box)));
    setConfirmed(false);
  };
  const remove = () => {
    setBoxes(boxes.filter((_, at) => at !== chosen));
    setChosen(null);
    setConfirmed(false);
  };
  const save = async () => {
    if (!url || !confirmed) return;
    const prepared = await coveredPicture(url, boxes);
    const copy = { prepared, coveredFromId: photoId, coveredConfirmed: true, sensitive: false };
    await localStore.addPhoto(prepared.blob, { workshopId, place, purpose: "paper_map", ...copy });
    setSaved(true);
  };
  if (saved) {
    return (
      <div className="stack">
        <p role="status">{t("saved")}</p>
        <Button kind="pri" wide onClick={onDone}>
          {t("close")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <p className="sm mut">{t("lead")}</p>
      {url && <Picture url={url} boxes={boxes} chosen={chosen} onDraw={add} />}
      <div className="chips">
        {boxes.map((box, index) => (
          <button
            key={Object.values(box).join(" ")}
            type="button"
            className="chip"
            aria-pressed={index === chosen}
            onClick={() => setChosen(index)}
          >
            {t("box", { n: formatNumber(index + 1, locale) })}
          </button>
        ))}
        <button type="button" className="chip add" onClick={() => add(freshBox(boxes.length))}>
          {t("add")}
        </button>
      </div>
      {chosen !== null && <BoxTools number={chosen + 1} onChange={change} onRemove={remove} />}
      <CheckField
        name="confirmed"
        label={t("confirm")}
        checked={confirmed}
        onChange={(event) => setConfirmed(event.target.checked)}
      />
      <Button kind="pri" wide disabled={!confirmed || !url} onClick={() => void save()}>
        {t("save")}
      </Button>
    </div>
  );
}

/** In the middle, each next one a little lower, so that two never hide each other. */
const freshBox = (count: number): CoverBox => ({
  x: 0.4,
  y: 0.2 + (count % 12) * 0.05,
  width: 0.2,
  height: 0.1,
});

type PictureProps = {
  url: string;
  boxes: readonly CoverBox[];
  chosen: number | null;
  onDraw: (box: CoverBox) => void;
};

function Picture({ url, boxes, chosen, onDraw }: PictureProps) {
  const t = useTranslations("maps.cover");
  const [from, setFrom] = useState<readonly [number, number] | null>(null);
  const [drawn, setDrawn] = useState<CoverBox | null>(null);
  const at = ({ currentTarget, clientX, clientY }: PointerEvent): readonly [number, number] => {
    const box = currentTarget.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  };
  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(at(event));
  };
  const up = () => {
    if (drawn && drawn.width >= smallestSide && drawn.height >= smallestSide) onDraw(drawn);
    setFrom(null);
    setDrawn(null);
  };
  return (
    <div
      className="cover-photo"
      onPointerDown={down}
      onPointerMove={(event) => from && setDrawn(drawnBox(from, at(event)))}
      onPointerUp={up}
      onPointerCancel={up}
    >
      {/* biome-ignore lint/performance/noImgElement: from the phone's own store or behind access control */}
      <img src={url} alt={t("picture")} draggable={false} />
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {[...boxes, ...(drawn ? [drawn] : [])].map((box, index) => (
          <rect
            key={Object.values(box).join(" ")}
            x={box.x * 100}
            y={box.y * 100}
            width={box.width * 100}
            height={box.height * 100}
            className={index === chosen ? "chosen" : undefined}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
