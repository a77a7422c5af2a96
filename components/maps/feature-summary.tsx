"use client";

import { useLocale, useTranslations } from "next-intl";
import { CategoryMark } from "@/components/map/category-mark";
import { unknownCategory } from "@/components/map/drawing";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import type { Position } from "@/lib/maps/geometry";
import { type FeatureRecord, useCategories, useCategoryName } from "./map-records";
import { PhotoButton } from "./photo-button";

type Props = {
  feature: FeatureRecord;
  /** Steps to the right and up. */
  onNudge: (step: Position) => void;
  onPhoto: (file: File) => Promise<unknown>;
  onDetails: () => void;
};

const nudges = [
  { key: "left", icon: "back", step: [-1, 0] },
  { key: "up", icon: "up", step: [0, 1] },
  { key: "down", icon: "down", step: [0, -1] },
  { key: "right", icon: "forward", step: [1, 0] },
] as const satisfies { key: string; icon: IconName; step: Position }[];

/** The chosen feature, under the map and never on it. */
export function FeatureSummary({ feature, onNudge, onPhoto, onDetails }: Props) {
  const t = useTranslations("maps.feature");
  const { fields } = feature;
  const category = useCategories().find(({ id }) => id === fields.category) ?? unknownCategory;
  const name = useCategoryName()(fields.category);
  return (
    <section className="map-sheet stack-s" aria-label={fields.label ?? name}>
      <div className="row">
        <CategoryMark category={category} size={40} />
        <div className="grow">
          <h2>{fields.label ?? name}</h2>
          <FeatureFacts feature={feature} name={fields.label ? name : null} />
        </div>
        <SeasonTag season={fields.season} />
      </div>
      <p className="sm mut">{t("drag")}</p>
      <div className="row between">
        <span className="sm med">{t("nudge")}</span>
        <div className="nudges">
          {nudges.map(({ key, icon, step }) => (
            <Button key={key} kind="dim" icon={icon} aria-label={t(key)} onClick={() => onNudge([...step])} />
          ))}
        </div>
      </div>
      <div className="row">
        <PhotoButton label={t("photo")} onPick={onPhoto} />
        <Button kind="pri" className="grow" onClick={onDetails}>
          {t("details")}
        </Button>
      </div>
      {fields.sensitive && (
        <p className="sm mut row top">
          <Icon name="lock" small />
          <span>{category.frame === "care" ? t("careNote") : t("sensitiveHelp")}</span>
        </p>
      )}
    </section>
  );
}

export function FeatureFacts({ feature, name }: { feature: FeatureRecord; name: string | null }) {
  const t = useTranslations("maps.feature");
  const locale = useLocale();
  const { households, people, note } = feature.fields;
  const facts = [
    name,
    households ? t("householdsCount", { count: households, n: formatNumber(households, locale) }) : null,
    people ? t("peopleCount", { count: people, n: formatNumber(people, locale) }) : null,
    note,
  ].filter(Boolean);
  return facts.length > 0 ? <p className="sm mut">{facts.join(" · ")}</p> : null;
}

export function SeasonTag({ season }: { season: FeatureRecord["fields"]["season"] }) {
  const t = useTranslations("maps.season");
  if (season === "all") return null;
  return (
    <span className="tag season-tag">
      <Icon name={season} small /> {t(season)}
    </span>
  );
}
