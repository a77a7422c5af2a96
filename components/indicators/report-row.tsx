"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { reporterName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { FieldRow } from "../field/field-row";
import type { Status } from "../ui/status-mark";
import type { MonthlyReport } from "./use-monthly-reports";

const marks: Readonly<Record<MonthlyReport["state"], Status>> = {
  none: "todo",
  begun: "doing",
  submitted: "done",
  verified: "done",
  returned: "soon",
};

/** One month of one reporter: whose, how far, and until when. */
export function ReportRow({ report, here }: { report: MonthlyReport; here?: boolean }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const { reporter, period, state, due, late } = report;
  const month = formatDate(firstDay(period), locale, "month");
  const open = state === "none" || state === "begun";
  const until =
    open && t(late ? "report.wasDue" : "report.isDue", { date: formatDate(due, locale, "dayMonth") });
  const why = [here ? null : month, t(`state.${state}`), until].filter(Boolean).join(" · ");
  return (
    <li>
      <FieldRow
        to={`/field/reports/${reporter.id}/${period}`}
        status={late ? "late" : marks[state]}
        name={here ? month : reporterName(reporter, locale)}
        why={why}
      />
    </li>
  );
}
