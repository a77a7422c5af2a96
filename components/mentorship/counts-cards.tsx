import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { costPerMentee } from "@/lib/mentorship/cost";
import type { DistrictCounts } from "@/lib/mentorship/queries";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { Link } from "../ui/link";

/** One district's programme: coverage, turnover, sessions, cost per mentee with what it is made of. */
export function ProgrammeCard({ counts }: { counts: DistrictCounts }) {
  const t = useTranslations("mentees.counts");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { active, onLeave, replaced, gone, replacements } = counts;
  const began = active + onLeave + replaced + gone - replacements;
  const each = costPerMentee(counts);
  const facts = [
    {
      key: "covered",
      term: t("covered"),
      value: t("kOfN", { k: n(counts.covered), n: n(counts.facilities) }),
    },
    { key: "scored", term: t("scored"), value: t("kOfN", { k: n(counts.scored), n: n(active) }) },
    { key: "sessions", term: t("sessions"), value: n(counts.sessions) },
    {
      key: "cost",
      term: t("cost"),
      value:
        each === null ? (
          t("noCost")
        ) : (
          <>
            <b>{t("kip", { n: n(each) })}</b>
            <span className="block sm mut">
              {t("costWhy", {
                sum: n(counts.costKip ?? 0),
                count: counts.costed,
                k: n(counts.costed),
                people: n(counts.trained),
              })}
            </span>
          </>
        ),
    },
  ];
  return (
    <Card title={t("programme")}>
      <p className="mb-2">
        {t("turnover", {
          gone: n(replaced + gone),
          n: n(began),
          away: n(onLeave),
          replacements: n(replacements),
        })}
      </p>
      <FactList facts={facts} />
    </Card>
  );
}

/** District by district, for those who see counts. */
export function CountsTable({ areas }: { areas: readonly DistrictCounts[] }) {
  const t = useTranslations("mentees.counts");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const columns = [
    "covered",
    "active",
    "away",
    "gone",
    "replacements",
    "scored",
    "sessions",
    "cost",
  ] as const;
  const cell = (one: DistrictCounts) => {
    const each = costPerMentee(one);
    return {
      covered: t("kOfN", { k: n(one.covered), n: n(one.facilities) }),
      active: n(one.active),
      away: n(one.onLeave),
      gone: n(one.replaced + one.gone),
      replacements: n(one.replacements),
      scored: t("kOfN", { k: n(one.scored), n: n(one.active) }),
      sessions: n(one.sessions),
      cost: each === null ? "–" : t("kip", { n: n(each) }),
    };
  };
  return (
    <Card>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("district")}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/mentees/facilities?district=${one.code ?? one.id}`}>
                  {placeName(one, locale)}
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column} data-label={t(column)}>
                  {cell(one)[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
