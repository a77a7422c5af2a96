"use client";

import { useLocale, useTranslations } from "next-intl";
import { useKnown, useRecords } from "@/components/field/store-hooks";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Feature } from "@/lib/maps/schema";
import { localStore } from "@/lib/sync/local-store";
import { type ProblemRow, useLinked } from "./workshop-records";

function useFeatureName() {
  const t = useTranslations("problems.places");
  const locale = useLocale();
  const categories = useKnown("categories") ?? [];
  return (feature: Feature) => {
    const category = categories.find(({ id }) => id === feature.category);
    const kind = category && (locale === "lo" ? category.labelLo : category.labelEn);
    return [kind ?? feature.category, feature.label].filter(Boolean).join(": ") || t("unnamed");
  };
}

/** Where the problem shows on the maps of the same workshop. */
export function ProblemPlaces({ problem, place }: { problem: ProblemRow; place: string }) {
  const t = useTranslations("problems.places");
  const { fields } = problem;
  const maps = useLinked("map", fields.workshopId);
  const links = useLinked("problemFeature", problem.id);
  const all = useRecords("feature", { place }) ?? [];
  const nameOf = useFeatureName();
  const drawn = all.filter((row) => maps.some(({ id }) => id === row.fields.mapId));
  const free = drawn.filter((row) => !links.some((link) => link.fields.featureId === row.id));
  if (drawn.length === 0 && links.length === 0) {
    return (
      <div>
        <p className="lab">{t("title")}</p>
        <p className="sm mut">{t("none")}</p>
      </div>
    );
  }
  const link = (featureId: string) =>
    featureId &&
    localStore.record({ type: "problemFeature", place, fields: { problemId: problem.id, featureId } });
  return (
    <div className="stack-s">
      <Select
        name={`feature-${problem.id}`}
        label={t("title")}
        optional
        placeholder={t("choose")}
        value=""
        options={free.map((row) => ({ value: row.id, label: nameOf(row.fields) }))}
        onChange={(event) => link(event.target.value)}
      />
      <ul className="stack-s">
        {links.map((row) => {
          const feature = drawn.find(({ id }) => id === row.fields.featureId);
          const name = feature ? nameOf(feature.fields) : t("deletedFeature");
          return (
            <li key={row.id} className="row">
              <Icon name="pin" small />
              <span className="grow">{name}</span>
              <Button
                kind="quiet"
                icon="cross"
                aria-label={t("unlink", { name })}
                onClick={() => localStore.removeRecord("problemFeature", row.id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
