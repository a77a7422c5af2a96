"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { FieldLink } from "../field/router";
import { useDueVisits } from "./use-due-visits";
import { VisitRow } from "./visit-row";

const shown = 3;

/** Home's visits: late and soon ones first, the rest one tap away. */
export function VisitsDueCard() {
  const t = useTranslations("visits");
  const locale = useLocale();
  const open = useDueVisits()?.filter(({ state }) => state !== "held");
  if (!open || open.length === 0) return null;
  const due = open.filter(({ state }) => state !== "later").slice(0, shown);
  const rows = due.length > 0 ? due : open.slice(0, 1);
  return (
    <section>
      <div className="row between">
        <h2>{t("due")}</h2>
        <FieldLink to="/field/visits" className="btn quiet sm">
          {t("all", { n: formatNumber(open.length, locale) })}
        </FieldLink>
      </div>
      <ul className="card list mt-2">
        {rows.map((visit) => (
          <VisitRow key={`${visit.planId} ${visit.offsetMonths} ${visit.dueDate}`} visit={visit} />
        ))}
      </ul>
    </section>
  );
}
