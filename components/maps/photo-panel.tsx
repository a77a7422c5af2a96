"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/sheet";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import type { Position } from "@/lib/maps/geometry";
import { localStore } from "@/lib/sync/local-store";
import { ControlPoints } from "./control-points";
import { useMetres } from "./map-controls";
import type { MapRecord } from "./map-records";
import { PhotoButton } from "./photo-button";
import type { LaidState } from "./use-laid-photo";

type Props = {
  map: MapRecord;
  laid: LaidState;
  onLandTap: (wanted: { number: number; take: (position: Position) => void }) => void;
};

/** The paper map under the drawing: how strong it is, and how well it lies (the error is always shown). */
export function PhotoPanel({ map, laid, onLandTap }: Props) {
  const t = useTranslations("maps.photo");
  const [open, setOpen] = useState(false);
  const { fields, place } = map;
  if (fields.base === "geo") return null;
  const set = (values: Partial<MapRecord["fields"]>) =>
    localStore.record({ type: "map", subject: map.id, place, fields: values });
  const choose = async (file: File) => {
    const meta = { workshopId: fields.workshopId, place: place ?? "", purpose: "paper_map" } as const;
    await set({ photoId: await localStore.addPhoto(file, meta) });
  };
  if (!fields.photoId) {
    return (
      <div className="map-panel">
        <PhotoButton wide label={t("choose")} onPick={choose} />
      </div>
    );
  }
  return (
    <div className="map-panel">
      <Opacity value={laid.opacity} onChange={(photoOpacity) => set({ photoOpacity })}>
        {fields.base === "photo" && (
          <button type="button" className="fit-button" onClick={() => setOpen(true)}>
            <FitWords laid={laid} />
          </button>
        )}
      </Opacity>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("points")}>
        <ControlPoints
          laid={laid}
          onChange={(controlPoints) => set({ controlPoints })}
          onLandTap={(wanted) => {
            setOpen(false);
            onLandTap(wanted);
          }}
        />
      </Sheet>
    </div>
  );
}

/** "4 points, off by 38 m"; or why these points cannot lay the photo. */
export function FitWords({ laid: { points, fit, refused } }: { laid: LaidState }) {
  const t = useTranslations("maps.photo");
  const locale = useLocale();
  const metres = useMetres();
  const counted = { count: points.length, n: formatNumber(points.length, locale) };
  if (fit && fit.offByMetres !== null)
    return <>{t("off", { ...counted, metres: metres(fit.offByMetres) })}</>;
  if (fit) return <>{t("exact", counted)}</>;
  return <>{refused === "too_few" || !refused ? t("refused.too_few", counted) : t(`refused.${refused}`)}</>;
}

type OpacityProps = { value: number; onChange: (value: number) => unknown; children: React.ReactNode };

function Opacity({ value, onChange, children }: OpacityProps) {
  const t = useTranslations("maps.photo");
  const locale = useLocale();
  const id = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const keep = (next: number) => {
    setDragged(null);
    onChange(Math.min(1, Math.max(0, Math.round(next * 20) / 20)));
  };
  return (
    <>
      <div className="row between wrap">
        <label htmlFor={id} className="sm font-bold">
          {t("opacity", { percent: formatPercent(shown, locale) })}
        </label>
        {children}
      </div>
      <div className="opacity">
        <button type="button" aria-label={t("less")} disabled={value <= 0} onClick={() => keep(value - 0.1)}>
          <Icon name="minus" small />
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={shown}
          onChange={(event) => setDragged(Number(event.target.value))}
          onPointerUp={() => dragged !== null && keep(dragged)}
          onKeyUp={() => dragged !== null && keep(dragged)}
          onBlur={() => dragged !== null && keep(dragged)}
        />
        <button type="button" aria-label={t("more")} disabled={value >= 1} onClick={() => keep(value + 0.1)}>
          <Icon name="plus" small />
        </button>
      </div>
    </>
  );
}
