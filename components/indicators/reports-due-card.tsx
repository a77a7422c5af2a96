"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { FieldLink } from "../field/router";
import { ReportRow } from "./report-row";
import { isOpen, useMonthlyReports } from "./use-monthly-reports";

const shown = 3;

/** Home's monthly reports: one's own that are still open, the oldest first; the rest one tap away. */
export function ReportsDueCard() {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const all = useMonthlyReports();
  if (!all || all.length === 0) return null;
  const open = all.filter((report) => report.reporter.own && isOpen(report)).slice(0, shown);
  return (
    <section>
      <div className="row between">
        <h2>{t("report.title")}</h2>
        <FieldLink to="/field/reports" className="btn quiet sm">
          {t("report.all", { n: formatNumber(all.length, locale) })}
        </FieldLink>
      </div>
      {open.length === 0 ? (
        <p className="sm mut">{t("report.noneOpen")}</p>
      ) : (
        <ul className="card list mt-2">
          {open.map((report) => (
            <ReportRow key={`${report.reporter.id} ${report.period}`} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}
