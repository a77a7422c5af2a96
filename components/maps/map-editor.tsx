"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScreen } from "@/components/field/field-screen";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/sheet";
import { formatNumber } from "@/lib/i18n/format";
import { FeatureForm } from "./feature-form";
import { FeatureList } from "./feature-list";
import { useMapGroup } from "./map-group";
import { type FeatureRecord, type MapRecord, useCategoryName, usePlace } from "./map-records";
import { MapWorkbench } from "./map-workbench";
import { useMapEdits } from "./use-map-edits";

type Props = { map: MapRecord; features: readonly FeatureRecord[]; back: string };

/** One group's map: the drawing, or its list, which does everything without the drawing. */
export function MapEditor({ map, features, back }: Props) {
  const t = useTranslations("maps.editor");
  const words = useTranslations("maps");
  const locale = useLocale();
  const group = useMapGroup()(map);
  const { place } = usePlace(map.place);
  const [asList, setAsList] = useState(false);
  const [detailsOf, setDetailsOf] = useState<string | null>(null);
  const edits = useMapEdits(map);
  const { history } = edits;
  const detailed = features.find(({ id }) => id === detailsOf);
  const nameOf = useCategoryName();
  const placeName = (locale === "lo" ? place?.nameLo : place?.nameEn || place?.nameLo) ?? "";
  const count = words("step.count", { count: features.length, n: formatNumber(features.length, locale) });
  return (
    <FieldScreen
      title={t("title", { group })}
      subtitle={[placeName, count].filter(Boolean).join(" · ")}
      back={back}
      footer={<p className="vh" />}
      after={
        <>
          <IconButton icon="undo" label={t("undo")} disabled={!history.canUndo} onClick={history.undo} />
          <IconButton
            icon="undo"
            mirrored
            label={t("redo")}
            disabled={!history.canRedo}
            onClick={history.redo}
          />
          <IconButton
            icon={asList ? "map" : "list"}
            label={asList ? t("map") : t("list")}
            onClick={() => setAsList(!asList)}
          />
        </>
      }
    >
      <p className="vh" role="status">
        {history.told && t(history.told.kind, { what: history.told.what })}
      </p>
      {asList ? (
        <FeatureList map={map} features={features} edits={edits} onDetails={setDetailsOf} />
      ) : (
        <MapWorkbench
          map={map}
          features={features}
          edits={edits}
          placeName={placeName}
          onDetails={setDetailsOf}
        />
      )}
      <Sheet
        open={detailed !== undefined}
        onClose={() => setDetailsOf(null)}
        title={detailed ? (detailed.fields.label ?? nameOf(detailed.fields.category)) : ""}
      >
        {detailed && (
          <FeatureForm
            key={detailed.id}
            feature={detailed}
            onChange={(fields) => edits.change(detailed, fields)}
            onType={(fields) => edits.type(detailed, fields)}
            onPhoto={(file) => edits.addPhoto(detailed, file)}
            onDelete={() => {
              setDetailsOf(null);
              void edits.remove(detailed);
            }}
          />
        )}
      </Sheet>
    </FieldScreen>
  );
}

type IconButtonProps = {
  icon: "undo" | "list" | "map";
  label: string;
  mirrored?: boolean;
  disabled?: boolean;
  onClick: () => unknown;
};

function IconButton({ icon, label, mirrored, disabled, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="iconbtn"
      aria-label={label}
      disabled={disabled}
      onClick={() => void onClick()}
    >
      <span className={mirrored ? "mirrored" : undefined}>
        <Icon name={icon} />
      </span>
    </button>
  );
}
