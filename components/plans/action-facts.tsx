"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate, formatKip, formatNumber } from "@/lib/i18n/format";
import type { ActionView } from "./action-view";

/** The problem an action answers; a deleted one stays named and is said to be deleted. */
export function AnswersProblem({ view }: { view: ActionView }) {
  const t = useTranslations("plans.action");
  const locale = useLocale();
  const { problem } = view;
  if (!problem) return <p className="sm mut">{t("problemNone")}</p>;
  const { statement, deleted, number } = problem;
  return (
    <p className="answers">
      {!deleted && <span className="no hoop">{formatNumber(number, locale)}</span>}
      <span>{deleted ? t("problemDeleted", { statement }) : t("problem", { statement })}</span>
    </p>
  );
}

/** Due date, and how late it is or how far it got, who sees it. */
export function DueText({ view }: { view: ActionView }) {
  const t = useTranslations("plans.action");
  const tStatus = useTranslations("status");
  const locale = useLocale();
  const { due } = view.fields;
  const { daysLate, daysLeft, escalatedTo, status, shown, lastReport } = view.state;
  if (!due) return <>{t("noDue")}</>;
  const last = view.reports.find(({ id }) => id === lastReport?.id);
  const number = (value: number) => formatNumber(value, locale);
  const seenBy = escalatedTo.includes("district_governor")
    ? t("lateDistrict")
    : escalatedTo.includes("health_centre_head")
      ? t("lateHealthCentre")
      : null;
  const late = daysLate > 0 && [tStatus("daysLate", { count: daysLate, n: number(daysLate) }), seenBy];
  const milestone = status === "in_progress" ? last?.fields.milestone : null;
  const left =
    shown === "soon" && daysLeft !== null
      ? tStatus("daysLeft", { count: daysLeft, n: number(daysLeft) })
      : null;
  const rest = [milestone, left].filter(Boolean).join(" · ");
  return (
    <>
      <span className="nw">{formatDate(due, locale)}</span>
      {late && (
        <>
          {" · "}
          <span className="late-text">{late.filter(Boolean).join(" · ")}</span>
        </>
      )}
      {rest && ` · ${rest}`}
    </>
  );
}

export function CostText({ fields }: Pick<ActionView, "fields">) {
  const t = useTranslations("plans.fund");
  const locale = useLocale();
  const { costKip, fundSource, funder } = fields;
  if (costKip == null) return <>{[fundSource && t(fundSource), funder].filter(Boolean).join(" · ")}</>;
  return (
    <>
      <span className="nw">{formatKip(costKip, locale)}</span>
      {fundSource && ` · ${t(fundSource)}`}
      {funder && ` · ${funder}`}
    </>
  );
}

/** "2 photos · confirmed by health centre" of the last report. */
function useEvidence(view: ActionView): string {
  const t = useTranslations("plans.action");
  const tOffice = useTranslations("plans.office");
  const locale = useLocale();
  const photos = view.reports.filter(({ fields }) => fields.photoId).length;
  const { lastReport, confirmed, status } = view.state;
  const standing = view.confirmations.findLast(
    ({ fields }) => fields.progressId === lastReport?.id && fields.confirmed === confirmed,
  );
  const office = standing ? tOffice(standing.fields.office) : "";
  const words =
    confirmed === null
      ? status === "done" && t("unconfirmed")
      : t(confirmed ? "confirmedBy" : "refusedBy", { office });
  return [photos > 0 && t("photos", { count: photos, n: formatNumber(photos, locale) }), words]
    .filter(Boolean)
    .join(" · ");
}

type Fact = readonly [string, ReactNode];

/** Label and value lines of an action; `all` also those that the list leaves out. */
export function ActionFacts({ view, all }: { view: ActionView; all?: boolean }) {
  const t = useTranslations("plans.action");
  const tLevel = useTranslations("plans.level");
  const tOffice = useTranslations("plans.office");
  const locale = useLocale();
  const { fields } = view;
  const evidence = useEvidence(view);
  const lead = [fields.lead ? tOffice(fields.lead) : t("noLead"), fields.leadNote].filter(Boolean).join(", ");
  const more: (Fact | false)[] = [
    Boolean(fields.support?.length) && [t("support"), fields.support?.join(", ")],
    Boolean(fields.start) && [t("start"), formatDate(fields.start ?? "", locale)],
    Boolean(fields.resources) && [t("resources"), fields.resources],
    Boolean(fields.indicator) && [t("indicator"), fields.indicator],
    Boolean(fields.target) && [t("target"), fields.target],
    [t("level"), tLevel(fields.level)],
  ];
  const facts: (Fact | false)[] = [
    [
      t("lead"),
      <span key="lead" className="med">
        {lead}
      </span>,
    ],
    [t("due"), <DueText key="due" view={view} />],
    (fields.costKip != null || Boolean(fields.fundSource)) && [
      t("cost"),
      <CostText key="cost" fields={fields} />,
    ],
    ...(all ? more : []),
    evidence !== "" && [t("evidence"), evidence],
  ];
  return (
    <dl className="action-facts">
      {facts.flatMap((fact) =>
        fact ? (
          <div key={fact[0]} className="contents">
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ) : (
          []
        ),
      )}
    </dl>
  );
}
