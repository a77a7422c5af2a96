"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { ReportsOfVillage } from "../indicators/reports-of-village";
import { RoundsOfVillage } from "../trust/rounds-of-village";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { VisitsOfVillage } from "../visits/visits-of-village";
import { PlansOfVillage } from "../workshops/plans-of-village";
import { StartWorkshop } from "../workshops/start-workshop";
import { WorkshopRow } from "../workshops/workshop-row";
import { FieldScreen } from "./field-screen";
import { LoadingScreen } from "./loading-screen";
import { LostScreen } from "./lost-screen";
import { useKnown, useRecords } from "./store-hooks";
import { usePlaces } from "./use-places";

/** One village on the phone: start a workshop, go on with one, its plan and visits. */
export function VillageScreen({ placeId }: { placeId: string }) {
  const t = useTranslations();
  const { byId, name, districtName, ready } = usePlaces();
  const workshops = useRecords("workshop", { place: placeId });
  const me = useKnown("me");
  const [starting, setStarting] = useState(false);
  const place = byId.get(placeId);
  if (!ready || workshops === undefined) return <LoadingScreen />;
  if (!place) return <LostScreen />;
  const newest = [...workshops].sort((a, b) => b.fields.startDate.localeCompare(a.fields.startDate));
  const may = me?.verbs.includes("workshop.record") ?? false;
  const start = may && (
    <Button kind="pri" wide icon="plus" onClick={() => setStarting(true)}>
      {t("workshops.start.button")}
    </Button>
  );
  return (
    <FieldScreen title={name(placeId)} subtitle={districtName(placeId)} back="/field/villages" tab="villages">
      <ProfileLine placeId={placeId} />
      {newest.length === 0 ? (
        <EmptyState title={t("workshops.none")} why={t("workshops.noneWhy")} action={start} />
      ) : (
        <>
          {start}
          <section>
            <h2>{t("workshops.list")}</h2>
            <ul className="card list mt-2">
              {newest.map((workshop) => (
                <WorkshopRow key={workshop.id} workshop={workshop} />
              ))}
            </ul>
          </section>
        </>
      )}
      <PlansOfVillage placeId={placeId} />
      <VisitsOfVillage placeId={placeId} />
      <ReportsOfVillage placeId={placeId} />
      <RoundsOfVillage placeId={placeId} />
      <StartWorkshop placeId={placeId} open={starting} onClose={() => setStarting(false)} />
    </FieldScreen>
  );
}

function ProfileLine({ placeId }: { placeId: string }) {
  const t = useTranslations("field.villages");
  const locale = useLocale();
  const profile = usePlaces().byId.get(placeId)?.profile;
  if (!profile) return <p className="sm mut">{t("noProfile")}</p>;
  const parts = [
    profile.population !== null && t("people", { n: formatNumber(profile.population, locale) }),
    profile.households !== null && t("households", { n: formatNumber(profile.households, locale) }),
  ];
  return <p className="sm mut">{parts.filter(Boolean).join(" · ")}</p>;
}
