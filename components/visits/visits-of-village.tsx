"use client";

import { useTranslations } from "next-intl";
import { useDueVisits } from "./use-due-visits";
import { VisitRow } from "./visit-row";

/** The visits of one village, held and due. */
export function VisitsOfVillage({ placeId }: { placeId: string }) {
  const t = useTranslations("visits");
  const visits = useDueVisits(placeId);
  if (!visits || visits.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="card list mt-2">
        {visits.map((visit) => (
          <VisitRow key={`${visit.planId} ${visit.offsetMonths} ${visit.dueDate}`} visit={visit} here />
        ))}
      </ul>
    </section>
  );
}
