"use client";

import { useTranslations } from "next-intl";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { EmptyState } from "../ui/empty-state";
import { ReportRow } from "./report-row";
import { isOpen, type MonthlyReport, useMonthlyReports } from "./use-monthly-reports";

/** What is still to be reported, the oldest month first, and what has been. */
export function ReportsScreen() {
  const t = useTranslations("indicators");
  const all = useMonthlyReports();
  if (!all) return <LoadingScreen />;
  const done = all.filter((report) => !isOpen(report)).reverse();
  return (
    <FieldScreen title={t("report.title")} back="/field" tab="home">
      <div className="stack">
        {all.length === 0 && <EmptyState title={t("report.nobody")} why={t("report.nobodyWhy")} />}
        <List title={t("report.open")} reports={all.filter(isOpen)} />
        <List title={t("report.done")} reports={done} />
      </div>
    </FieldScreen>
  );
}

function List({ title, reports }: { title: string; reports: readonly MonthlyReport[] }) {
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="card list mt-2">
        {reports.map((report) => (
          <ReportRow key={`${report.reporter.id} ${report.period}`} report={report} />
        ))}
      </ul>
    </section>
  );
}
