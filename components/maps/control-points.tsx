"use client";

import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import type { Position } from "@/lib/maps/geometry";
import { type ControlPoint, mapLimits } from "@/lib/maps/schema";
import { parseCoordinates, writeCoordinates } from "@/lib/maps/typed-coordinates";
import { useMetres } from "./map-controls";
import { FitWords } from "./photo-panel";
import type { LaidState } from "./use-laid-photo";

type Props = {
  laid: LaidState;
  onChange: (points: ControlPoint[]) => unknown;
  onLandTap: (wanted: { number: number; take: (position: Position) => void }) => void;
};

/** Ties places of the photo to places on the land, by tapping or typing either side. */
export function ControlPoints({ laid, onChange, onLandTap }: Props) {
  const t = useTranslations("maps.photo");
  const locale = useLocale();
  const metres = useMetres();
  const { points, fit } = laid;
  return (
    <div className="stack">
      <p className="sm mut">{t("pointsLead")}</p>
      <p className="med" role="status">
        <FitWords laid={laid} />
      </p>
      <ol className="stack-s">
        {points.map((point, index) => (
          <li key={`${point.x} ${point.y} ${point.longitude}`} className="row between">
            <span className="sm">
              <b>{t("point", { n: formatNumber(index + 1, locale) })}</b>{" "}
              <span className="nw">{writeCoordinates([[point.longitude, point.latitude]], "geo")}</span>
              {fit?.offByMetres != null &&
                ` · ${t("pointOff", { metres: metres(fit.offByPoint[index] ?? 0) })}`}
            </span>
            <Button
              kind="quiet"
              icon="trash"
              aria-label={t("remove", { n: formatNumber(index + 1, locale) })}
              onClick={() => onChange(points.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {points.length < mapLimits.controlPoints && (
        <NewPoint laid={laid} onAdd={(point) => onChange([...points, point])} onLandTap={onLandTap} />
      )}
    </div>
  );
}

type NewProps = Omit<Props, "onChange"> & { onAdd: (point: ControlPoint) => unknown };

function NewPoint({ laid, onAdd, onLandTap }: NewProps) {
  const t = useTranslations("maps.photo");
  const [onPhoto, setOnPhoto] = useState("");
  const [onLand, setOnLand] = useState("");
  const [share] = parseCoordinates(onPhoto, "sketch").positions;
  const [land] = parseCoordinates(onLand, "geo").positions;
  const keep = (place: Position) => {
    if (!share) return;
    setOnPhoto("");
    setOnLand("");
    onAdd({ x: share[0], y: share[1], longitude: place[0], latitude: place[1] });
  };
  const tap = ({ currentTarget, clientX, clientY }: MouseEvent) => {
    const box = currentTarget.getBoundingClientRect();
    setOnPhoto(
      writeCoordinates([[(clientX - box.left) / box.width, (clientY - box.top) / box.height]], "sketch"),
    );
  };
  return (
    <fieldset className="stack-s">
      <legend className="font-bold">{t("addPoint")}</legend>
      <p className="sm">{t("onPhoto")}</p>
      {laid.url ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the field below does the same from the keyboard
        <div className="tap-photo" onClick={tap}>
          {/* biome-ignore lint/performance/noImgElement: from the phone's own store or behind access control */}
          <img src={laid.url} alt={t("alt")} />
          {share && <PhotoMark at={share} />}
        </div>
      ) : (
        <p>{t("missing")}</p>
      )}
      <TextField
        name="onPhoto"
        label={t("onPhotoTyped")}
        value={onPhoto}
        onChange={(event) => setOnPhoto(event.target.value)}
      />
      <p className="sm">{t("onLand")}</p>
      <TextField
        name="onLand"
        label={t("onLandTyped")}
        help={t("onLandHelp")}
        value={onLand}
        onChange={(event) => setOnLand(event.target.value)}
      />
      <div className="row wrap">
        <Button kind="pri" disabled={!share || !land} onClick={() => land && keep(land)}>
          {t("keep")}
        </Button>
        <Button disabled={!share} onClick={() => onLandTap({ number: laid.points.length + 1, take: keep })}>
          {t("tapLand")}
        </Button>
      </div>
    </fieldset>
  );
}

function PhotoMark({ at: [x, y] }: { at: Position }) {
  return (
    <svg className="photo-mark" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${x * 100} 0V100M0 ${y * 100}H100`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
