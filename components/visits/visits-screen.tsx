"use client";

import { useTranslations } from "next-intl";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { EmptyState } from "../ui/empty-state";
import { useDueVisits } from "./use-due-visits";
import { VisitRow } from "./visit-row";

/** All visits still open, the earliest date first. */
export function VisitsScreen() {
  const t = useTranslations("visits");
  const open = useDueVisits()?.filter(({ state }) => state !== "held");
  if (!open) return <LoadingScreen />;
  return (
    <FieldScreen title={t("dueByDate")} back="/field" tab="home">
      {open.length === 0 ? (
        <EmptyState title={t("none")} why={t("noneWhy")} />
      ) : (
        <ul className="card list">
          {open.map((visit) => (
            <VisitRow key={`${visit.planId} ${visit.offsetMonths} ${visit.dueDate}`} visit={visit} />
          ))}
        </ul>
      )}
    </FieldScreen>
  );
}
