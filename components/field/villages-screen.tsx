"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { compareLao, searchKey } from "@/lib/i18n/lao";
import { scorer } from "@/lib/places/search";
import type { KnownPlace } from "@/lib/sync/known";
import { EmptyState } from "../ui/empty-state";
import { FieldRow } from "./field-row";
import { FieldScreen } from "./field-screen";
import { LoadingCard } from "./loading-screen";
import { useRecords } from "./store-hooks";
import { usePlaces } from "./use-places";

const shownAtOnce = 60;

/** Villages of my area, those with a workshop first; found by Lao or roman spelling, with no network. */
export function VillagesScreen() {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const { ready } = usePlaces();
  const found = useFoundVillages(typed);
  const locale = useLocale();
  const n = formatNumber(found.length, locale);
  return (
    <FieldScreen title={t("field.villages.title")} tab="villages" reading>
      <div className="field">
        <label htmlFor="village-search">{t("field.villages.search")}</label>
        <input
          id="village-search"
          type="search"
          className="in"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <p className="sm mut" role="status">
        {t("field.villages.count", { count: found.length, n })}
      </p>
      {!ready && <LoadingCard />}
      {ready && found.length === 0 && (
        <EmptyState title={t("field.villages.none")} why={t("field.villages.noneWhy")} />
      )}
      {found.length > 0 && <VillageList villages={found.slice(0, shownAtOnce)} />}
      {found.length > shownAtOnce && <p className="sm mut">{t("field.villages.typeMore")}</p>}
    </FieldScreen>
  );
}

/** The office search's own measure of likeness; a former or other name counts when it holds what was typed. */
function villageScorer(typed: string): (village: KnownPlace) => number {
  const wanted = typed.trim();
  if (!wanted) return () => 1;
  const scoreOf = scorer(wanted);
  const key = searchKey(wanted);
  return ({ level, nameLo, nameEn, searchKeys }) =>
    scoreOf({ level, code: null, names: [nameLo, nameEn], ended: false }) ||
    (searchKeys.includes(key) ? 1 : 0);
}

type Found = KnownPlace & { lastWorkshop: string | null };

function useFoundVillages(typed: string): Found[] {
  const { places, name } = usePlaces();
  const workshops = useRecords("workshop");
  return useMemo(() => {
    const last = new Map<string, string>();
    for (const { place, fields } of workshops ?? []) {
      if (place && (last.get(place) ?? "") < fields.startDate) last.set(place, fields.startDate);
    }
    const scoreOf = villageScorer(typed);
    return places
      .filter((place) => place.level === "village")
      .map((place) => ({ ...place, lastWorkshop: last.get(place.id) ?? null, score: scoreOf(place) }))
      .filter(({ score }) => score > 0)
      .sort(
        (a, b) =>
          b.score - a.score ||
          (b.lastWorkshop ?? "").localeCompare(a.lastWorkshop ?? "") ||
          compareLao(name(a.id), name(b.id)),
      );
  }, [places, name, workshops, typed]);
}

function VillageList({ villages }: { villages: readonly Found[] }) {
  const t = useTranslations("field.villages");
  const locale = useLocale();
  const { name, districtName } = usePlaces();
  return (
    <ul className="card list">
      {villages.map((village) => (
        <li key={village.id}>
          <FieldRow
            to={`/field/villages/${village.id}`}
            name={name(village.id)}
            why={[
              districtName(village.id),
              village.lastWorkshop && t("lastWorkshop", { date: formatDate(village.lastWorkshop, locale) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        </li>
      ))}
    </ul>
  );
}
