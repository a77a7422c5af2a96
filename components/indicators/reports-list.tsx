import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { reporterName } from "@/lib/i18n/place-name";
import type { ReporterMonth } from "@/lib/indicators/report-queries";
import type { Standing } from "@/lib/indicators/reporting";
import { Card } from "../ui/card";
import { ListRow } from "../ui/list-row";
import { type Status, StatusMark } from "../ui/status-mark";

type Row = ReporterMonth & { standing: Standing };

const marks: Readonly<Record<Standing["state"], Status>> = {
  none: "todo",
  begun: "doing",
  submitted: "doing",
  verified: "done",
  returned: "soon",
};
/** What needs the office first: late and not in, then to be looked at, then the rest. */
const urgency = ({ standing: { state, late, received } }: Row) =>
  !received && late ? 0 : state === "submitted" ? 1 : received ? 3 : 2;

/** Who has reported the month: missing and late ones first, then those to verify. */
export function ReportsList({ rows, due }: { rows: readonly Row[]; due: string }) {
  const sorted = [...rows].sort((a, b) => urgency(a) - urgency(b));
  return (
    <Card kind="list">
      <ul>
        {sorted.map((row) => (
          <li key={row.id}>
            <ReportLine row={row} due={due} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReportLine({ row, due }: { row: Row; due: string }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const { state, late, received } = row.standing;
  const name = reporterName(row, locale);
  const word = row.counted && !row.reportId ? t("office.withoutReport") : t(`state.${state}`);
  const when = row.receivedOn
    ? t(late ? "office.receivedLate" : "office.received", {
        date: formatDate(row.receivedOn, locale, "dayMonth"),
      })
    : !received && t(late ? "report.wasDue" : "report.isDue", { date: formatDate(due, locale, "dayMonth") });
  const why = [word, when].filter(Boolean).join(" · ");
  const status = late && !received ? "late" : marks[state];
  if (row.reportId) {
    return <ListRow href={`/reports/${row.reportId}`} status={status} name={name} why={why} />;
  }
  return (
    <div className="list-row">
      <StatusMark status={status} size={22} />
      <span className="grow">
        <span className="list-name">{name}</span>
        <span className="list-why">{why}</span>
      </span>
    </div>
  );
}
