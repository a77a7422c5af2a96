import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportValues } from "@/components/indicators/report-values";
import { VerifyForm } from "@/components/indicators/verify-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { StatusPill } from "@/components/ui/status-pill";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatDate, formatList } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { reportForOffice } from "@/lib/indicators/report-queries";
import { dueDateOf, isLate, reportStateOf } from "@/lib/indicators/reporting";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function ReportPage({ params }: Props) {
  const actor = await requireActor("report.verify");
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const report = await pageRead(reportForOffice(actor, id));
  const [t, states, locale] = [
    await getTranslations("indicators.office"),
    await getTranslations("indicators.state"),
    await getLocale(),
  ];
  const due = dueDateOf(report.period, report.rules);
  const late = isLate(due, report.receivedOn, today());
  const state = reportStateOf(report);
  const received = report.receivedOn && t("received", { date: formatDate(report.receivedOn, locale) });
  return (
    <Frame actor={actor} active="reports">
      <PageHeader
        title={t("reportTitle", {
          name: placeName(report.reporter, locale),
          month: formatDate(firstDay(report.period), locale, "month"),
        })}
        lead={[received, report.authors.length > 0 && t("by", { names: formatList(report.authors, locale) })]
          .filter(Boolean)
          .join(" · ")}
      />
      <div className="stack max-w-[720px]">
        <p className="row wrap">
          <StatusPill status={state === "verified" ? "done" : state === "submitted" ? "todo" : "soon"}>
            {states(state)}
          </StatusPill>
          {late && <StatusPill status="late">{t("lateAfter", { date: formatDate(due, locale) })}</StatusPill>}
        </p>
        {report.remark && <p>{t("remark", { text: report.remark })}</p>}
        {report.note && <p>{t("note", { text: report.note })}</p>}
        <Card>
          <ReportValues report={report} />
        </Card>
        {report.submitted && (
          <Card title={t("verify")} className="noprint">
            {report.own ? (
              <p>{t("own")}</p>
            ) : (
              <ClientMessages domains={["indicators"]}>
                <VerifyForm
                  key={report.digest}
                  reportId={report.id}
                  seen={report.digest}
                  first={{ changeId: uuidv7(), subject: uuidv7() }}
                />
              </ClientMessages>
            )}
          </Card>
        )}
      </div>
    </Frame>
  );
}
