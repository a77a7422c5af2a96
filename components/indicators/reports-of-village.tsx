"use client";

import { useTranslations } from "next-intl";
import { ReportRow } from "./report-row";
import { useMonthlyReports } from "./use-monthly-reports";

/** The village's own months, and those of the health centre that stands in it. */
export function ReportsOfVillage({ placeId }: { placeId: string }) {
  const t = useTranslations("indicators");
  const reports = useMonthlyReports()?.filter(({ reporter }) => reporter.place === placeId);
  if (!reports || reports.length === 0) return null;
  const newestFirst = [...reports].reverse();
  return (
    <section>
      <h2>{t("report.title")}</h2>
      <ul className="card list mt-2">
        {newestFirst.map((report) => (
          <ReportRow
            key={`${report.reporter.id} ${report.period}`}
            report={report}
            here={report.reporter.kind === "village"}
          />
        ))}
      </ul>
    </section>
  );
}
