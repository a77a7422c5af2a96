"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScreen } from "@/components/field/field-screen";
import { useRecords } from "@/components/field/store-hooks";
import { Select } from "@/components/form/select";
import { VillageMapFigure } from "@/components/map/village-map-figure";
import { EmptyState } from "@/components/ui/empty-state";
import { formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import { legendOf } from "@/lib/maps/categories";
import type { Category } from "@/lib/maps/schema";
import { useMetres } from "./map-controls";
import { useMapGroup } from "./map-group";
import { type FeatureRecord, type MapRecord, spaceOf, useCategories, useMaps } from "./map-records";

type Props = { workshopId: string; back: string };

/** Two groups' maps in one frame, and in words what only one of them has. */
export function CompareMaps({ workshopId, back }: Props) {
  const t = useTranslations("maps.compare");
  const maps = useMaps(workshopId);
  const group = useMapGroup();
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  if (!maps) return null;
  const first = maps.find(({ id }) => id === chosen[0]) ?? maps[0];
  const second = maps.find(({ id }) => id === chosen[1]) ?? maps.find(({ id }) => id !== first?.id);
  const options = maps.map((map) => ({ value: map.id, label: group(map) }));
  return (
    <FieldScreen title={t("title")} back={back} footer={<p className="vh" />}>
      {!first || !second ? (
        <EmptyState title={t("few")} />
      ) : (
        <>
          <p className="mut">{t("lead")}</p>
          <Select
            name="first"
            label={t("first")}
            value={first.id}
            options={options}
            onChange={(event) => setChosen([event.target.value, second.id])}
          />
          <Select
            name="second"
            label={t("second")}
            value={second.id}
            options={options}
            onChange={(event) => setChosen([first.id, event.target.value])}
          />
          <Pair first={first} second={second} />
        </>
      )}
    </FieldScreen>
  );
}

function Pair({ first, second }: { first: MapRecord; second: MapRecord }) {
  const t = useTranslations("maps.compare");
  const locale = useLocale() as Locale;
  const categories = useCategories();
  const group = useMapGroup();
  const [a, b] = [useFeatures(first), useFeatures(second)];
  const [used, usedToo] = [legendOf(a, categories), legendOf(b, categories)];
  const ids = (legend: typeof used) => new Set(legend.map(({ category }) => category.id));
  const words = (list: readonly Category[]) =>
    list.length > 0
      ? formatList(
          list.map(({ labelLo, labelEn }) => (locale === "lo" ? labelLo : labelEn)),
          locale,
        )
      : t("nothing");
  const only = (legend: typeof used, other: typeof used) =>
    words(legend.map(({ category }) => category).filter(({ id }) => !ids(other).has(id)));
  const both = used.map(({ category }) => category).filter(({ id }) => ids(usedToo).has(id));
  const same = spaceOf(first.fields.base) === spaceOf(second.fields.base);
  return (
    <>
      <div className="map-pair">
        <Figure map={first} features={a} frame={same ? [...a, ...b] : a} />
        <Figure map={second} features={b} frame={same ? [...a, ...b] : b} />
      </div>
      <p className="sm mut">
        {t("care")} {!same && t("mixed")}
      </p>
      <dl className="stack">
        <div className="card">
          <dt className="font-bold">{t("onlyIn", { group: group(first) })}</dt>
          <dd>{only(used, usedToo)}</dd>
        </div>
        <div className="card">
          <dt className="font-bold">{t("onlyIn", { group: group(second) })}</dt>
          <dd>{only(usedToo, used)}</dd>
        </div>
      </dl>
      {both.length > 0 && <p>{t("both", { list: words(both) })}</p>}
    </>
  );
}

type Drawn = FeatureRecord["fields"] & { id: string };

function useFeatures(map: MapRecord): Drawn[] {
  const records = useRecords("feature", { link: map.id }) ?? [];
  return records.map(({ id, fields }) => ({ ...fields, id }));
}

function Figure({ map, features, frame }: { map: MapRecord; features: Drawn[]; frame: Drawn[] }) {
  const t = useTranslations("maps.compare");
  const group = useMapGroup()(map);
  const categories = useCategories();
  const formatMetres = useMetres();
  return (
    <figure>
      <figcaption className="font-bold">{group}</figcaption>
      <VillageMapFigure
        className="map-figure"
        title={t("figure", { group })}
        features={features}
        frameFeatures={frame}
        categories={categories}
        space={spaceOf(map.fields.base)}
        formatMetres={formatMetres}
        symbolSize={64}
      />
    </figure>
  );
}
