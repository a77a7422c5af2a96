"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CategoryMark } from "@/components/map/category-mark";
import { unknownCategory } from "@/components/map/drawing";
import { MapLegend } from "@/components/map/map-legend";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import { AddByTyping } from "./add-by-typing";
import { ExchangePanel } from "./exchange-panel";
import { FeatureFacts, SeasonTag } from "./feature-summary";
import {
  type FeatureRecord,
  type MapRecord,
  useCategories,
  useCategoryName,
  useFeatureName,
} from "./map-records";
import type { MapEdits } from "./use-map-edits";

type Props = {
  map: MapRecord;
  features: readonly FeatureRecord[];
  edits: MapEdits;
  onDetails: (id: string) => void;
};

/** The map's twin: everything on it in words, in the vocabulary's order, to be added, changed and deleted by keyboard. */
export function FeatureList({ map, features, edits, onDetails }: Props) {
  const t = useTranslations("maps.list");
  const locale = useLocale() as Locale;
  const categories = useCategories();
  const [deleted, setDeleted] = useState<string | null>(null);
  const nameOf = useFeatureName();
  const words = useTranslations("maps.feature");
  const rank = new Map(categories.map(({ id, position }) => [id, position]));
  const position = ({ fields }: FeatureRecord) => rank.get(fields.category) ?? categories.length;
  const sorted = [...features].sort((a, b) => position(a) - position(b));
  const remove = async (feature: FeatureRecord) => {
    await edits.remove(feature);
    setDeleted(words("deleted", { what: nameOf(feature.fields) }));
  };
  return (
    <div className="stack">
      <h2>{t("title", { count: features.length, n: formatNumber(features.length, locale) })}</h2>
      <p className="vh" role="status">
        {deleted}
      </p>
      <ul className="card list">
        {sorted.map((feature) => (
          <Row
            key={feature.id}
            feature={feature}
            onDetails={onDetails}
            onDelete={() => void remove(feature)}
          />
        ))}
      </ul>
      <AddByTyping map={map} edits={edits} />
      {features.length > 0 && (
        <section className="card stack-s">
          <h2>{t("legend")}</h2>
          <MapLegend
            features={features.map(({ fields }) => fields)}
            categories={categories}
            locale={locale}
          />
        </section>
      )}
      <ExchangePanel map={map} />
    </div>
  );
}

type RowProps = { feature: FeatureRecord; onDetails: (id: string) => void; onDelete: () => void };

function Row({ feature, onDetails, onDelete }: RowProps) {
  const t = useTranslations("maps");
  const { fields, id, state } = feature;
  const category = useCategories().find((one) => one.id === fields.category) ?? unknownCategory;
  const name = useCategoryName()(fields.category);
  const what = fields.label ?? name;
  return (
    <li className="list-row">
      <CategoryMark category={category} size={32} />
      <div className="grow">
        <span className="list-name">{what}</span>
        <FeatureFacts feature={feature} name={fields.label ? name : null} />
        {state === "needs_you" && <p className="sm">{t("editor.conflict")}</p>}
        <span className="row wrap">
          <SeasonTag season={fields.season} />
          {fields.sensitive && (
            <span className="tag season-tag">
              <Icon name="lock" small /> {t("list.sensitive")}
            </span>
          )}
        </span>
      </div>
      <Button
        kind="quiet"
        icon="edit"
        aria-label={t("feature.editOf", { what })}
        onClick={() => onDetails(id)}
      />
      <Button kind="quiet" icon="trash" aria-label={t("feature.deleteOf", { what })} onClick={onDelete} />
    </li>
  );
}
