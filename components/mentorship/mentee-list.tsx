import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { MenteeStanding } from "@/lib/mentorship/standing";
import { ListRow } from "../ui/list-row";
import type { Status } from "../ui/status-mark";

function markOf({ status, due, criticalMissed }: MenteeStanding): Status {
  if (status !== "active") return "dropped";
  if (!due) return "done";
  return criticalMissed > 0 ? "late" : "todo";
}

/** Every mentee in the order of need, never of score. */
export function MenteeList({ rows }: { rows: readonly MenteeStanding[] }) {
  return (
    <ul className="card list">
      {rows.map((row) => (
        <li key={row.id}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { row: MenteeStanding }) {
  const t = useTranslations();
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { last, status, statusUntil, criticalMissed } = row;
  const away = status !== "active" && [
    t(`mentorship.state.${status}`),
    statusUntil && t("mentorship.mentee.until", { date: formatDate(statusUntil, locale) }),
  ];
  const scored = [
    last ? formatDate(last.assessment.date, locale, "month") : t("mentees.first"),
    criticalMissed > 0 && t("mentorship.missed", { count: criticalMissed, n: n(criticalMissed) }),
  ];
  const why = [
    placeName({ nameLo: row.facilityLo, nameEn: row.facilityEn }, locale),
    t(`mentorship.profession.${row.profession}`),
    row.track === "replacement" && t("mentorship.track.replacement"),
    ...(away || scored),
  ];
  return (
    <ListRow
      href={`/mentees/${row.id}`}
      status={markOf(row)}
      name={row.name}
      why={why.filter(Boolean).join(" · ")}
      datum={last && t("mentorship.score", { done: n(last.score.done), all: n(last.score.applicable) })}
    />
  );
}
