import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import { placeHref } from "@/lib/villages/place-head";
import { countPlan, standingOf } from "@/lib/villages/standing";
import type { VillageOverview } from "@/lib/villages/views";
import { PeersCard } from "../peers/peers-card";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { StatusPill } from "../ui/status-pill";
import { Written } from "../ui/written";
import { EvidenceTrail } from "./evidence-trail";
import { MapFigureCard } from "./map-figure-card";
import { PlanCard, ProblemsCard, PromisesCard, WorkshopRows } from "./overview-cards";
import { VillageFactsRow } from "./village-facts";
import { VisitRows } from "./visit-rows";
import { rankingOf } from "./votes";

type Props = {
  overview: VillageOverview;
  /** The record that stands for the whole meeting of the workshop shown. */
  meeting: string | null;
  rights: { instruct: boolean; record: boolean; peers: boolean };
  today: string;
};

/** Everything of one village on one page: what needs somebody, the plan, the promises, the problems, the map, who came. */
export function VillageView({ overview, meeting, rights, today }: Props) {
  const t = useTranslations("villages");
  const locale = useLocale();
  const { head, workshop, parts } = overview;
  const count = countPlan(parts?.actions ?? [], today);
  const name = villageName(head, locale);
  const instructHref = (action?: { id: string; lead: string | null }) =>
    rights.instruct
      ? `/instructions/new?village=${head.code ?? head.id}${action ? `&action=${action.id}&office=${action.lead ?? ""}` : ""}`
      : null;
  const instruct = instructHref();
  return (
    <>
      <div className="page-head">
        <h1>
          {name}{" "}
          {count.late > 0 && (
            <StatusPill status="late">
              {t("lateActions", { count: count.late, n: formatNumber(count.late, locale) })}
            </StatusPill>
          )}
          {count.total > 0 && count.done === count.total && (
            <StatusPill status="done">{t("allDone")}</StatusPill>
          )}
          {count.total === 0 && <StatusPill status="nodata">{t("noPlan")}</StatusPill>}
        </h1>
        <div className="row wrap noprint">
          {workshop?.planId && (
            <ButtonLink
              kind="dim"
              icon="print"
              href={`${placeHref(head, "plan/poster")}?plan=${workshop.planId}`}
            >
              {t("poster")}
            </ButtonLink>
          )}
          {instruct && (
            <ButtonLink kind="pri" href={instruct}>
              {t("instruct")}
            </ButtonLink>
          )}
          {rights.record && (
            <ButtonLink kind="pri" href={`/field/villages/${head.id}`}>
              {t("record")}
            </ButtonLink>
          )}
        </div>
      </div>
      {head.ended && <Notice>{t("ended", { date: formatDate(head.ended, locale) })}</Notice>}
      <VillageFactsRow {...overview} href={placeHref(head, "profile")} />
      {workshop && parts ? (
        <Shown {...{ overview, workshop, parts, meeting, today, instructHref }} mayLink={rights.peers} />
      ) : (
        <EmptyState title={t("plan.none")} why={t("plan.noneWhy")} />
      )}
    </>
  );
}

type ShownProps = Pick<Props, "overview" | "meeting" | "today"> & {
  workshop: NonNullable<VillageOverview["workshop"]>;
  parts: NonNullable<VillageOverview["parts"]>;
  instructHref: (action: { id: string; lead: string | null }) => string | null;
  mayLink: boolean;
};

function Shown({ overview, workshop, parts, meeting, today, instructHref, mayLink }: ShownProps) {
  const t = useTranslations("villages");
  const { head, votes, hidden } = overview;
  const ranking = rankingOf(parts.problems, votes, meeting);
  const worst = parts.actions
    .filter((action) => standingOf(action, today).daysLate > 0)
    .sort((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0];
  const problem = worst && parts.problems.find(({ number }) => number === worst.problem);
  const agreed = parts.plan?.agreedDate ?? null;
  return (
    <div className="stack">
      {worst && (
        <EvidenceTrail
          {...{ head, workshop, ranking, agreed, today }}
          action={worst}
          problem={problem ?? null}
          instructHref={instructHref(worst)}
        />
      )}
      <Written name="overview" className="village-grid" of={overview} by={String(mayLink)}>
        {workshop.planId && (
          <PlanCard
            head={head}
            planId={workshop.planId}
            year={(agreed ?? workshop.startDate).slice(0, 4)}
            actions={parts.actions}
            today={today}
          />
        )}
        <ProblemsCard head={head} problems={parts.problems} ranking={ranking} />
        <PromisesCard promises={parts.promises} today={today} />
        <section className="card">
          <h2>{t("workshops.visits")}</h2>
          <VisitRows plan={parts.plan} visits={parts.visits} today={today} />
        </section>
        {parts.map && (
          <MapFigureCard map={parts.map} categories={parts.categories} hidden={hidden} title={t("map.card")}>
            <ButtonLink kind="quiet" href={placeHref(head, "map")}>
              {t("map.all")}
            </ButtonLink>
          </MapFigureCard>
        )}
        <section className="card">
          <h2>{t("workshops.card")}</h2>
          <WorkshopRows head={head} workshops={overview.workshops} />
        </section>
        <PeersCard village={head.id} peers={overview.peers} mayRecord={mayLink} />
      </Written>
    </div>
  );
}
