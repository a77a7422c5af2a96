import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateRange, formatKip, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { SessionRow } from "@/lib/mentorship/queries";
import { Card } from "../ui/card";
import { ChipLink } from "../ui/chip";

type Props = {
  sessions: readonly SessionRow[];
  /** The facility whose sessions alone are shown, and the address of another choice. */
  facility: string | null;
  href: (facility: string | null) => string;
};

/** Every mentoring session of the district, or of one facility: when, where, who led it, how many it scored. */
export function SessionList({ sessions, facility, href }: Props) {
  const t = useTranslations("mentees.sessionList");
  const venue = useTranslations("mentorship.venue");
  const locale = useLocale();
  if (sessions.length === 0) return null;
  const n = (value: number) => formatNumber(value, locale);
  const where = ({ facilityLo, facilityEn, venue: kind }: SessionRow) =>
    facilityLo ? placeName({ nameLo: facilityLo, nameEn: facilityEn ?? "" }, locale) : venue(kind);
  const places = [
    ...new Map(sessions.flatMap((one) => (one.facilityId ? [[one.facilityId, where(one)]] : []))),
  ] as [string, string][];
  const shown = sessions.filter((one) => !facility || one.facilityId === facility);
  const columns = ["where", "mentors", "scored", "looked", "cost"] as const;
  return (
    <Card title={t("title", { count: shown.length, n: n(shown.length) })}>
      {places.length > 1 && (
        <nav className="chips mb-2" aria-label={t("where")}>
          <ChipLink href={href(null)} current={facility === null}>
            {t("everywhere")}
          </ChipLink>
          {places.map(([id, name]) => (
            <ChipLink key={id} href={href(id)} current={facility === id}>
              {name}
            </ChipLink>
          ))}
        </nav>
      )}
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.endDate
                  ? formatDateRange(one.startDate, one.endDate, locale)
                  : formatDate(one.startDate, locale)}
              </th>
              <td data-label={t("where")}>{where(one)}</td>
              <td data-label={t("mentors")}>{one.mentors.join(", ") || "–"}</td>
              <td data-label={t("scored")}>{n(one.mentees)}</td>
              <td data-label={t("looked")}>{n(one.facilitiesSeen)}</td>
              <td data-label={t("cost")}>{one.costKip === null ? "–" : formatKip(one.costKip, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
