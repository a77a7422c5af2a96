import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatKip, formatList, formatNumber } from "@/lib/i18n/format";
import { writeCoordinates } from "@/lib/maps/typed-coordinates";
import { type EscalationStep, escalatedTo } from "@/lib/plans/escalation";
import { standingOf } from "@/lib/villages/standing";
import type { PlanAction, Report } from "@/lib/villages/views";
import { Link } from "../ui/link";
import { StatusPill } from "../ui/status-pill";
import { SaidCard } from "../voices/said-card";

type Props = {
  action: PlanAction;
  historyHref: string | null;
  voicesHref: string | null;
  today: string;
  escalation: readonly EscalationStep[];
};

/** One action: which problem it answers, who, when, what it costs, how it stands, and the evidence. */
export function ActionCard({ action, historyHref, voicesHref, today, escalation }: Props) {
  const t = useTranslations("villages.plan");
  const words = useTranslations();
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const { mark, daysLate } = standingOf(action, today);
  const sentUp = escalatedTo(daysLate, escalation).map((office) => words(`plans.office.${office}`));
  return (
    <article className="card action-card" id={`action-${action.id}`}>
      <div className="row between top wrap">
        <h2>{action.what}</h2>
        <StatusPill status={mark}>
          {daysLate > 0 ? words("status.daysLate", { count: daysLate, n: number(daysLate) }) : undefined}
        </StatusPill>
      </div>
      <p className="sm mut">
        {action.problem !== null && action.statement
          ? t("answers", { n: number(action.problem), statement: action.statement })
          : t("answersNone")}
      </p>
      <ActionFacts action={action} />
      {sentUp.length > 0 && <p className="sm">{t("sentUp", { offices: formatList(sentUp, locale) })}</p>}
      <Reports action={action} />
      <SaidCard action={action} href={voicesHref} />
      {historyHref && (
        <p className="sm noprint">
          <Link href={historyHref} className="fold-line">
            {t("history")}
          </Link>
        </p>
      )}
    </article>
  );
}

function ActionFacts({ action }: { action: PlanAction }) {
  const t = useTranslations("villages.plan");
  const words = useTranslations();
  const locale = useLocale();
  const lead = action.lead ? words(`plans.office.${action.lead}`) : t("noLead");
  const support = (action.support ?? []).map((office) => words(`plans.office.${office}`));
  const fund = action.fundSource && words(`plans.fund.${action.fundSource}`);
  const facts: [string, string | null | undefined | false][] = [
    [t("lead"), action.leadNote ? `${lead} (${action.leadNote})` : lead],
    [t("due"), action.due ? formatDate(action.due, locale) : t("noDue")],
    [t("support"), support.length > 0 && formatList(support, locale)],
    [
      t("cost"),
      action.costKip ? [formatKip(action.costKip, locale), fund].filter(Boolean).join(" · ") : fund,
    ],
    [t("needs"), action.resources],
    [t("shownBy"), action.indicator && [action.indicator, action.target].filter(Boolean).join(": ")],
  ];
  return (
    <dl className="action-facts">
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Reports({ action: { reports, what } }: { action: PlanAction }) {
  const t = useTranslations("villages.plan");
  const locale = useLocale();
  const { photoId: photo, photoTakenAt } = reports.find(({ photoId }) => photoId) ?? {};
  const [latest, ...earlier] = reports;
  const count = { count: reports.length, n: formatNumber(reports.length, locale) };
  return (
    <>
      {latest ? <ReportLine report={latest} latest /> : <p className="sm mut">{t("reports", count)}</p>}
      {photo && (
        <a href={`/api/media/${photo}?size=screen`}>
          {/* biome-ignore lint/performance/noImgElement: served through access control, never by an optimiser */}
          <img
            className="evidence"
            src={`/api/media/${photo}?size=thumb`}
            alt={t("photo", { what })}
            loading="lazy"
          />
        </a>
      )}
      {photoTakenAt && (
        <p className="sm mut">{t("photoTakenAt", { place: writeCoordinates([photoTakenAt], "geo") })}</p>
      )}
      {earlier.length > 0 && (
        <details className="noprint">
          <summary className="sm fold-line">{t("reports", count)}</summary>
          {earlier.map((report) => (
            <ReportLine key={report.id} report={report} />
          ))}
        </details>
      )}
    </>
  );
}

function ReportLine({ report, latest }: { report: Report; latest?: boolean }) {
  const t = useTranslations("villages.plan");
  const words = useTranslations();
  const locale = useLocale();
  const last = report.confirmations.at(-1);
  const office = last && words(`plans.office.${last.office}`);
  const confirmed = last
    ? t(last.confirmed ? "confirmed" : "refused", {
        office: office ?? "",
        date: formatDate(last.date, locale),
      })
    : latest && report.status === "done" && t("unconfirmed");
  const line = {
    date: formatDate(report.date, locale),
    office: words(`plans.office.${report.office}`),
    status: words(`plans.status.${report.status}`),
  };
  return (
    <p className="sm">
      {t("report", line)}
      {[report.milestone, report.note, report.blocker && t("blocker", { text: report.blocker }), confirmed]
        .filter(Boolean)
        .map((text) => ` · ${text}`)}
    </p>
  );
}
