import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { DistrictCounts, Register } from "@/lib/mentorship/queries";
import { standings } from "@/lib/mentorship/standing";
import { ButtonLink } from "../ui/button";
import { ChipLink } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { PageHeader } from "../ui/page-header";
import { ProgrammeCard } from "./counts-cards";
import { LostTable } from "./lost-table";
import { MenteeList } from "./mentee-list";
import { SessionList } from "./session-list";
import { StepList } from "./step-list";

type Props = {
  register: Register;
  counts: readonly DistrictCounts[];
  today: string;
  /** Whose sessions alone are listed. */
  facility: string | null;
};

/** A mentor's first screen: who is due this quarter, those whose critical item failed first. */
export function RegisterView({ register, counts, today, facility }: Props) {
  const t = useTranslations("mentees");
  const locale = useLocale();
  const { area, areas, steps } = register;
  const rows = standings(register, today);
  const n = (value: number) => formatNumber(value, locale);
  const due = rows.filter((row) => row.due).length;
  const critical = rows.filter((row) => row.due && row.criticalMissed > 0).length;
  const programme = counts.find(({ id }) => id === area.id);
  const code = area.code ?? area.id;
  return (
    <>
      <PageHeader
        title={t("due", { count: due, n: n(due) })}
        lead={t("lead", { place: placeName(area, locale), count: critical, n: n(critical) })}
        action={
          <>
            <ButtonLink href="/field/checklist" kind="pri" icon="list">
              {t("toChecklist")}
            </ButtonLink>
            <ButtonLink href="/mentees/new" icon="plus">
              {t("new")}
            </ButtonLink>
            <ButtonLink href={`/mentees/facilities?district=${code}`}>{t("facilities")}</ButtonLink>
            <ButtonLink href="/trainings">{t("trainings")}</ButtonLink>
            <FileLinks path="/api/mentees" query={{ district: code }} />
          </>
        }
      />
      <div className="stack">
        {areas.length > 1 && (
          <nav className="chips" aria-label={t("counts.district")}>
            {areas.map((one) => (
              <ChipLink
                key={one.id}
                href={`/mentees?district=${one.code ?? one.id}`}
                current={one.id === area.id}
              >
                {placeName(one, locale)}
              </ChipLink>
            ))}
          </nav>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t("none")} why={t("noneWhy")} />
        ) : (
          <>
            <MenteeList rows={rows} />
            <p className="sm mut">{t("private")}</p>
            <StepList steps={steps} today={today} place={area.id} mayRecord={false} />
            <LostTable rows={rows} />
            <SessionList
              sessions={register.sessions}
              facility={facility}
              href={(one) => `/mentees?district=${code}${one ? `&facility=${one}` : ""}`}
            />
            {programme && <ProgrammeCard counts={programme} />}
          </>
        )}
      </div>
    </>
  );
}
