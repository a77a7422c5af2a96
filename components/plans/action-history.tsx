"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FieldRecord } from "@/components/field/store-hooks";
import { StatusMark } from "@/components/ui/status-mark";
import { StatusPill } from "@/components/ui/status-pill";
import { formatDate } from "@/lib/i18n/format";
import { type ActionView, statusMark } from "./action-view";
import { ConfirmReport } from "./confirm-report";
import { PhotoPreview } from "./progress-sheet";

/** Everything reported about an action, newest first; the last report can be confirmed. */
export function ActionHistory({ view, place }: { view: ActionView; place: string }) {
  const t = useTranslations("plans.history");
  const newest = [...view.reports].reverse();
  return (
    <section className="card">
      <h2>{t("title")}</h2>
      {newest.length === 0 && <p className="sm mut">{t("none")}</p>}
      {newest.map((report, index) => (
        <Report
          key={report.id}
          report={report}
          confirmations={view.confirmations.filter(({ fields }) => fields.progressId === report.id)}
          latest={index === 0}
          place={place}
        />
      ))}
    </section>
  );
}

type ReportProps = {
  report: FieldRecord<"progress">;
  confirmations: readonly FieldRecord<"confirmation">[];
  latest: boolean;
  place: string;
};

function Report({ report, confirmations, latest, place }: ReportProps) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const { status, date, office, note, blocker, milestone, photoId } = report.fields;
  return (
    <article className="report stack-s">
      <div className="row between wrap">
        <StatusPill status={statusMark(status)}>{t(`status.${status}`)}</StatusPill>
        <span className="sm mut">
          {t("history.line", { date: formatDate(date, locale), office: t(`office.${office}`) })}
        </span>
      </div>
      {milestone && <p className="med">{milestone}</p>}
      {note && <p>{note}</p>}
      {blocker && <p>{t("history.blocker", { text: blocker })}</p>}
      <PhotoPreview photoId={photoId} />
      {confirmations.map(({ id, fields }) => (
        <p key={id} className="row sm">
          <StatusMark status={fields.confirmed ? "done" : "soon"} />
          <span>
            {t(fields.confirmed ? "history.confirmed" : "history.refused", {
              office: t(`office.${fields.office}`),
              date: formatDate(fields.date, locale),
            })}
            {fields.note && ` · ${fields.note}`}
          </span>
        </p>
      ))}
      {latest && <ConfirmReport report={report} place={place} />}
    </article>
  );
}
