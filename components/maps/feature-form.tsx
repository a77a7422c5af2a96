"use client";

import { useLocale, useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import { CheckField } from "@/components/form/check-cards";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { shapesOf } from "@/lib/maps/categories";
import { type Draft, shapeOf, verticesOf } from "@/lib/maps/drafts";
import { type Feature, seasons } from "@/lib/maps/schema";
import { CoordinatesField } from "./coordinates-field";
import { recategorised } from "./feature-edits";
import { FeaturePhoto } from "./feature-photo";
import { type FeatureRecord, useCategories } from "./map-records";

type Props = {
  feature: FeatureRecord;
  onChange: (fields: Partial<Feature>) => unknown;
  onType: (fields: Partial<Feature>) => unknown;
  onDelete: () => void;
  onPhoto: (file: File) => Promise<unknown>;
};

/** Everything about one feature; each field is saved by itself. */
export function FeatureForm({ feature, onChange, onType, onDelete, onPhoto }: Props) {
  const t = useTranslations("maps.feature");
  const season = useTranslations("maps.season");
  const locale = useLocale();
  const categories = useCategories();
  const { fields } = feature;
  const fitting = categories.filter(
    (one) => one.id === fields.category || (one.active && shapesOf(one).includes(fields.geometry.type)),
  );
  const care = categories.find(({ id }) => id === fields.category)?.frame === "care";
  const recategorise = (id: string) => {
    const category = categories.find((one) => one.id === id);
    if (category) onChange(recategorised(fields, category));
  };
  const place = (vertices: Draft["vertices"]) => {
    const { type, space } = fields.geometry;
    const geometry = shapeOf({ type, vertices }, space, { hide: care });
    if (geometry) onChange({ geometry });
  };
  return (
    <div className="stack">
      <Select
        name="category"
        label={t("category")}
        value={fields.category}
        options={fitting.map(({ id, labelLo, labelEn }) => ({
          value: id,
          label: locale === "lo" ? labelLo : labelEn,
        }))}
        onChange={(event) => recategorise(event.target.value)}
      />
      <SavedText
        name="label"
        label={t("label")}
        help={t("labelHelp")}
        value={fields.label}
        onSave={(label) => onType({ label })}
      />
      <SavedText name="note" long label={t("note")} value={fields.note} onSave={(note) => onType({ note })} />
      <div>
        <span className="lab">{t("season")}</span>
        <Segments
          name="season"
          label={t("season")}
          value={fields.season}
          options={seasons.map((value) => ({ value, label: season(value) }))}
          onChange={(value) => onChange({ season: value })}
        />
      </div>
      <NumberField
        name="households"
        optional
        label={t("households")}
        value={fields.households ?? null}
        onChange={(households) => onChange({ households })}
      />
      <NumberField
        name="people"
        optional
        label={t("people")}
        value={fields.people ?? null}
        onChange={(people) => onChange({ people })}
      />
      <CheckField
        name="sensitive"
        label={t("sensitive")}
        help={care ? t("careNote") : t("sensitiveHelp")}
        checked={fields.sensitive}
        disabled={care}
        onChange={(event) => onChange({ sensitive: event.target.checked })}
      />
      <CoordinatesField
        key={JSON.stringify(fields.geometry.coordinates)}
        type={fields.geometry.type}
        space={fields.geometry.space}
        vertices={verticesOf(fields.geometry)}
        onPlace={place}
      />
      <FeaturePhoto feature={feature} onPhoto={onPhoto} />
      <Button kind="danger" icon="trash" wide onClick={onDelete}>
        {t("delete")}
      </Button>
    </div>
  );
}
