import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { FacilitiesPage, FacilityRow } from "@/lib/mentorship/queries";
import { type Score, scoreOf } from "@/lib/mentorship/rules";
import { Card } from "../ui/card";
import { ChipLink } from "../ui/chip";
import { FileLinks } from "../ui/file-links";
import { PageHeader } from "../ui/page-header";
import { ProgrammeCard } from "./counts-cards";
import { OutcomesCard } from "./outcomes-card";

type Props = { page: FacilitiesPage; newest: number };
type Looked = FacilityRow & { score: Score | null };

/** What each facility has and lacks, whether it has an active mentee, and what changed there. */
export function FacilitiesView({ page, newest }: Props) {
  const t = useTranslations("mentees");
  const locale = useLocale();
  const { area, areas, facilities, checklists } = page;
  const rows: Looked[] = facilities.map((one) => {
    const list = checklists.find(({ id }) => id === one.checklistId);
    return { ...one, score: list && one.marks ? scoreOf(list, one.marks) : null };
  });
  const lacking = rows.filter(({ score }) => score && score.failed.length > 0).length;
  return (
    <>
      <PageHeader
        title={t("readiness.title", { count: lacking, n: formatNumber(lacking, locale) })}
        lead={placeName(area, locale)}
        action={<FileLinks path="/api/mentees/facilities" query={{ district: area.code ?? area.id }} />}
      />
      <div className="stack">
        {areas.length > 1 && (
          <nav className="chips" aria-label={t("counts.district")}>
            {areas.map((one) => (
              <ChipLink
                key={one.id}
                href={`/mentees/facilities?district=${one.code ?? one.id}`}
                current={one.id === area.id}
              >
                {placeName(one, locale)}
              </ChipLink>
            ))}
          </nav>
        )}
        <Readiness rows={rows} />
        <OutcomesCard page={page} newest={newest} />
        <ProgrammeCard counts={area} />
      </div>
    </>
  );
}

function Readiness({ rows }: { rows: readonly Looked[] }) {
  const t = useTranslations("mentees.readiness");
  const words = useTranslations("mentorship");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const gaps = (score: Score) =>
    score.failed
      .toSorted((a, b) => Number(b.critical) - Number(a.critical))
      .map(
        ({ text, critical }) =>
          `${locale === "en" ? text.en : text.lo}${critical ? ` (${t("critical")})` : ""}`,
      );
  return (
    <Card title={t("head")}>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("facility")}</th>
            <th scope="col">{t("mentees")}</th>
            <th scope="col">{t("there")}</th>
            <th scope="col">{t("gaps")}</th>
            <th scope="col">{t("on")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{placeName(row, locale)}</th>
              <td data-label={t("mentees")}>{n(row.active)}</td>
              <td data-label={t("there")} className="nw">
                {row.score ? words("score", { done: n(row.score.done), all: n(row.score.applicable) }) : "–"}
              </td>
              <td data-label={t("gaps")}>
                {row.score ? gaps(row.score).join(", ") || t("none") : t("never")}
              </td>
              <td data-label={t("on")} className="nw">
                {row.lookedOn ? formatDate(row.lookedOn, locale, "short") : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
