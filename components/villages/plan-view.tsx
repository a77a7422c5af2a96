import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import type { Office } from "@/lib/plans/schema";
import { placeHref } from "@/lib/villages/place-head";
import { countPlan } from "@/lib/villages/standing";
import type { VillagePlan } from "@/lib/villages/views";
import { Reminder } from "../sharing/reminder";
import { ButtonAnchor, ButtonLink } from "../ui/button";
import { ChipLink } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { KOfNBar } from "../ui/k-of-n-bar";
import { PageHeader } from "../ui/page-header";
import { PrintButton } from "../ui/print-button";
import { ActionCard } from "./action-card";
import { VisitRows } from "./visit-rows";

type Props = { village: VillagePlan; mayReadHistory: boolean; mayModerate: boolean; today: string };

/** A plan with all its actions, what was reported of each and who confirmed it. */
export function PlanView({ village, mayReadHistory, mayModerate, today }: Props) {
  const t = useTranslations("villages");
  const { head, plan, plans, actions, escalation, visits, visitOffsets } = village;
  if (!plan) return <EmptyState title={t("plan.none")} why={t("plan.noneWhy")} />;
  return (
    <>
      <PlanHead village={village} plan={plan} today={today} />
      <Reminder village={village} today={today} />
      {plans.length > 1 && <PlanChoice village={village} current={plan.id} />}
      <div className="stack">
        {actions.map((action) => (
          <ActionCard
            key={action.id}
            action={action}
            historyHref={mayReadHistory ? `${placeHref(head, "history")}?subject=${action.id}` : null}
            voicesHref={mayModerate ? `/voices?district=${head.districtId}` : null}
            today={today}
            escalation={escalation}
          />
        ))}
        <section className="card">
          <h2>{t("workshops.visits")}</h2>
          <VisitRows plan={{ ...plan, visitOffsets }} visits={visits} today={today} />
        </section>
      </div>
    </>
  );
}

type HeadProps = { village: VillagePlan; plan: NonNullable<VillagePlan["plan"]>; today: string };

function PlanHead({ village: { head, actions, endorsedBy }, plan, today }: HeadProps) {
  const t = useTranslations("villages");
  const words = useTranslations();
  const office = (one: Office) => words(`plans.office.${one}`);
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const count = countPlan(actions, today);
  const date = (iso: string) => formatDate(iso, locale);
  const said = [
    plan.agreedDate && t("plan.agreed", { date: date(plan.agreedDate) }),
    plan.displayedDate
      ? plan.displayPlace
        ? t("plan.displayedAt", { place: plan.displayPlace, date: date(plan.displayedDate) })
        : t("plan.displayed", { date: date(plan.displayedDate) })
      : t("plan.notDisplayed"),
    endorsedBy.length > 0
      ? t("plan.endorsed", { offices: formatList(endorsedBy.map(office), locale) })
      : t("plan.notEndorsed"),
  ];
  return (
    <>
      <PageHeader
        title={t("plan.title", {
          year: (plan.agreedDate ?? plan.workshopDate).slice(0, 4),
          k: number(count.done),
          n: number(count.total),
        })}
        lead={said.filter(Boolean).join(" · ")}
        action={
          <>
            <PrintButton>{words("common.action.print")}</PrintButton>
            <ButtonAnchor
              kind="dim"
              icon="download"
              href={`/api/plans/${plan.id}/workbook?locale=${locale}`}
              download
            >
              {t("plan.workbook")}
            </ButtonAnchor>
            <ButtonLink kind="dim" icon="print" href={`${placeHref(head, "plan/poster")}?plan=${plan.id}`}>
              {t("poster")}
            </ButtonLink>
          </>
        }
      />
      <div className="mb-4">
        <KOfNBar counts={count.cells} />
        {count.dropped > 0 && (
          <p className="sm mut">{t("plan.dropped", { count: count.dropped, n: number(count.dropped) })}</p>
        )}
      </div>
    </>
  );
}

function PlanChoice({ village: { head, plans }, current }: { village: VillagePlan; current: string }) {
  const t = useTranslations("villages.plan");
  const locale = useLocale();
  return (
    <nav className="chips mb-4 noprint" aria-label={t("choose")}>
      {plans.map(({ id, agreedDate, workshopDate }) => (
        <ChipLink key={id} href={`${placeHref(head, "plan")}?plan=${id}`} current={id === current}>
          {t("of", { date: formatDate(agreedDate ?? workshopDate, locale) })}
        </ChipLink>
      ))}
    </nav>
  );
}
