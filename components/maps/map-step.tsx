"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldLink } from "@/components/field/router";
import { useRecords } from "@/components/field/store-hooks";
import { type Deleted, UndoNotice, useUndo } from "@/components/problems/undo-notice";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/sheet";
import { formatNumber } from "@/lib/i18n/format";
import { CoverPhoto } from "./cover-photo";
import { useMapGroup } from "./map-group";
import { type MapRecord, useMaps } from "./map-records";
import { NewMapForm } from "./new-map-form";

type Props = { workshopId: string; place: string };

/** Step 3: the maps of this workshop, one for each group. */
export function MapStep({ workshopId, place }: Props) {
  const t = useTranslations("maps");
  const maps = useMaps(workshopId);
  const [adding, setAdding] = useState(false);
  const { deleted, remove, undo } = useUndo();
  if (!maps) return null;
  const open = () => setAdding(true);
  const to = `/field/workshops/${workshopId}/map`;
  return (
    <div className="stack">
      <UndoNotice deleted={deleted} onUndo={undo} />
      {maps.length === 0 ? (
        <EmptyState
          title={t("step.empty")}
          why={t("step.emptyWhy")}
          action={
            <Button kind="pri" icon="plus" onClick={open}>
              {t("step.addFirst")}
            </Button>
          }
        />
      ) : (
        <>
          <header>
            <h2>{t("step.title")}</h2>
            <p className="sm mut">{t("step.lead")}</p>
          </header>
          {maps.map((map) => (
            <MapCard key={map.id} map={map} to={`${to}/${map.id}`} onRemove={remove} />
          ))}
          {maps.length > 1 && (
            <FieldLink to={`${to}/compare`} className="btn wide">
              {t("step.compare")}
            </FieldLink>
          )}
          <Button wide icon="plus" onClick={open}>
            {t("step.add")}
          </Button>
        </>
      )}
      <Sheet open={adding} onClose={() => setAdding(false)} title={t("new.title")}>
        <NewMapForm workshopId={workshopId} place={place} />
      </Sheet>
    </div>
  );
}

type CardProps = { map: MapRecord; to: string; onRemove: (what: Deleted) => unknown };

function MapCard({ map, to, onRemove }: CardProps) {
  const t = useTranslations("maps");
  const locale = useLocale();
  const group = useMapGroup()(map);
  const features = useRecords("feature", { link: map.id }) ?? [];
  return (
    <section className="card stack-s">
      <FieldLink to={to} className="list-row">
        <Icon name="map" />
        <span className="grow">
          <span className="list-name">{group}</span>
          <span className="list-why">
            {t(`base.${map.fields.base}`)} ·{" "}
            {t("step.count", { count: features.length, n: formatNumber(features.length, locale) })}
          </span>
        </span>
        <Icon name="forward" />
      </FieldLink>
      {map.fields.photoId && <CoverLine map={map} photoId={map.fields.photoId} />}
      <Button
        kind="quiet"
        icon="trash"
        onClick={() => onRemove({ type: "map", id: map.id, words: t("step.deleted", { group }) })}
      >
        {t("step.delete")}
      </Button>
    </section>
  );
}

function CoverLine({ map, photoId }: { map: MapRecord; photoId: string }) {
  const t = useTranslations("maps");
  const [open, setOpen] = useState(false);
  const copies = useRecords("photo", {
    link: photoId,
    where: ({ coveredConfirmed }) => coveredConfirmed === true,
  });
  const covered = (copies?.length ?? 0) > 0;
  return (
    <>
      <p className="sm row top">
        <Icon name={covered ? "check" : "lock"} small />
        <span>{covered ? t("step.covered") : t("step.cover")}</span>
      </p>
      <Button kind="dim" onClick={() => setOpen(true)}>
        {t("cover.open")}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("cover.title")}>
        <CoverPhoto
          workshopId={map.fields.workshopId}
          place={map.place ?? ""}
          photoId={photoId}
          onDone={() => setOpen(false)}
        />
      </Sheet>
    </>
  );
}
