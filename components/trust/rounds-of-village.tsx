"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatDate } from "@/lib/i18n/format";
import { FieldRow } from "../field/field-row";
import { useKnown, useRecords } from "../field/store-hooks";
import { Button } from "../ui/button";
import { StartRound } from "./start-round";

/** The trust rounds of one village, newest first, and a new one. Not for whoever may not ask. */
export function RoundsOfVillage({ placeId, workshopId }: { placeId: string; workshopId?: string }) {
  const t = useTranslations("interviews");
  const locale = useLocale();
  const rounds = useRecords("trustRound", { place: placeId });
  const verbs = useKnown("me")?.verbs ?? [];
  const may = verbs.includes("trust.record");
  const [starting, setStarting] = useState(false);
  if (!rounds || !(may || (verbs.includes("trust.read") && rounds.length > 0))) return null;
  const newest = [...rounds].sort((a, b) => b.fields.startDate.localeCompare(a.fields.startDate));
  return (
    <section>
      <h2>{t("title")}</h2>
      {newest.length === 0 ? (
        <p className="sm mut mt-2">{t("noneWhy")}</p>
      ) : (
        <ul className="card list mt-2">
          {newest.map(({ id, fields }) => (
            <li key={id}>
              <FieldRow
                to={`/field/trust/${id}`}
                status={fields.closed ? "done" : "doing"}
                name={t(`wave.${fields.wave}`)}
                why={formatDate(fields.startDate, locale)}
              />
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div className="mt-2">
          <Button wide icon="plus" onClick={() => setStarting(true)}>
            {t("new")}
          </Button>
          <StartRound {...{ placeId, workshopId }} open={starting} onClose={() => setStarting(false)} />
        </div>
      )}
    </section>
  );
}
