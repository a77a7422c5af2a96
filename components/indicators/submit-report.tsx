"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { firstDay } from "@/lib/indicators/months";
import type { KnownReporter } from "@/lib/sync/known";
import { localStore } from "@/lib/sync/local-store";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useMonthlyReports } from "./use-monthly-reports";

type Props = {
  reporter: KnownReporter;
  period: number;
  /** Elements that nobody has entered. */
  missing: number;
  warnings: number;
  begun: boolean;
  onSubmit: () => Promise<unknown>;
};

/** Where the month stands, and the one step on: to submit it. Nothing stops it; what is missing or odd is said. */
export function SubmitReport({ reporter, period, missing, warnings, begun, onSubmit }: Props) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const mine = useMonthlyReports()?.find((one) => one.reporter.id === reporter.id && one.period === period);
  const month = formatDate(firstDay(period), locale, "month");
  const told = (count: number) => ({ count, n: formatNumber(count, locale) });
  const submit = async () => {
    await localStore.settle();
    await onSubmit();
    await localStore.settle();
  };
  const submitted = mine && ["submitted", "verified", "returned"].includes(mine.state);
  return (
    <section className="stack-s" aria-live="polite">
      {mine?.state === "returned" && (
        <Notice tone="soon" title={t("state.returned")}>
          {mine.remark ?? t("entry.returnedWhy")}
        </Notice>
      )}
      {missing > 0 && <p className="sm">{t("entry.missing", told(missing))}</p>}
      {warnings > 0 && <p className="sm">{t("entry.warnings", told(warnings))}</p>}
      {submitted ? (
        <Notice
          tone="done"
          title={t(`entry.${mine.state === "verified" ? "isVerified" : "isSubmitted"}`, { month })}
        >
          {t("entry.changeLater")}
        </Notice>
      ) : (
        <Button kind="pri" wide disabled={!begun} onClick={() => void submit()}>
          {t("entry.submit", { month })}
        </Button>
      )}
    </section>
  );
}
