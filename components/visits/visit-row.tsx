"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { FieldRow } from "../field/field-row";
import { usePlaces } from "../field/use-places";
import type { Status } from "../ui/status-mark";
import { type VillageVisit, visitPath } from "./use-due-visits";

const marks: Readonly<Record<VillageVisit["state"], Status>> = {
  held: "done",
  late: "late",
  soon: "soon",
  later: "todo",
};

/** One visit: its village, which one it is, and when, or by how much it is late. */
export function VisitRow({ visit, here }: { visit: VillageVisit; here?: boolean }) {
  const t = useTranslations();
  const locale = useLocale();
  const { name } = usePlaces();
  const { offsetMonths, state, daysLate, dueDate, heldDate } = visit;
  const which =
    offsetMonths === null
      ? t("visits.agreedVisit")
      : t("visits.monthVisit", { n: formatNumber(offsetMonths, locale) });
  const when =
    state === "late"
      ? t("status.daysLate", { count: daysLate, n: formatNumber(daysLate, locale) })
      : state === "held" && heldDate
        ? t("visits.heldOn", { date: formatDate(heldDate, locale) })
        : formatDate(dueDate, locale, "weekday");
  return (
    <li>
      <FieldRow
        to={visitPath(visit)}
        status={marks[state]}
        name={here ? which : name(visit.place)}
        why={here ? when : `${which} · ${when}`}
      />
    </li>
  );
}
