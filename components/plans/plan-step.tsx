"use client";

import { useLocale, useTranslations } from "next-intl";
import { FieldLink } from "@/components/field/router";
import type { FieldRecord } from "@/components/field/store-hooks";
import { useVotes } from "@/components/problems/use-votes";
import { useLinked, useLinkedWhen } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/i18n/format";
import type { ActionView } from "./action-view";
import { Agreement } from "./agreement";
import { CarryOver } from "./carry-over";
import { makePlan, takeSolutions } from "./make-plan";
import { PlanFiles } from "./plan-files";
import { PlannedActions } from "./planned-actions";
import { Readiness } from "./readiness";
import { useActionViews } from "./use-plan";
import { usePreviousPlan } from "./use-previous-plan";

type Props = { workshopId: string; place: string };

/** Step 7: chosen solutions become actions; each gets an office, a date, money; then the plan is agreed and displayed. */
export function PlanStep({ workshopId, place }: Props) {
  const t = useTranslations("plans.step");
  const locale = useLocale();
  const { rows: plans, ready } = useLinkedWhen("plan", workshopId);
  const solutions = useLinked("solution", workshopId);
  const previous = usePreviousPlan(workshopId, place);
  const plan = plans.find(({ fields }) => fields.workshopId === workshopId);
  if (!ready || previous === undefined) return null;
  const chosen = solutions.filter(({ fields }) => fields.chosen && fields.text.trim() !== "");
  if (plan) return <PlanBody plan={plan} chosen={chosen} workshopId={workshopId} place={place} />;
  const make = () => makePlan({ workshopId, place, chosen, previousPlanId: previous?.id ?? null });
  const action = (
    <Button kind="pri" onClick={make}>
      {t("make")}
    </Button>
  );
  const why = t("emptyWhy", { count: chosen.length, n: formatNumber(chosen.length, locale) });
  return <EmptyState title={t("empty")} why={why} action={action} />;
}

type BodyProps = Props & { plan: FieldRecord<"plan">; chosen: FieldRecord<"solution">[] };

function PlanBody({ plan, chosen, workshopId, place }: BodyProps) {
  const t = useTranslations("plans.step");
  const locale = useLocale();
  const votes = useVotes(workshopId);
  const { views } = useActionViews({ planId: plan.id, workshopId, place });
  const n = formatNumber(views.length, locale);
  return (
    <div className="stack">
      <header>
        <h2>{t("title")}</h2>
        <p className="sm mut">
          {t("actions", { count: views.length, n })} · {t("lead")}
        </p>
      </header>
      <NotYetTaken planId={plan.id} {...{ chosen, views, place }} />
      <CarryOver plan={plan} place={place} views={views} />
      <PlannedActions planId={plan.id} {...{ views, place }} problems={votes.problems} />
      <Readiness views={views} votes={votes} />
      <Agreement plan={plan} place={place} />
      <PlanFiles planId={plan.id} />
      <FieldLink to={`/field/plans/${plan.id}`} className="btn wide">
        {t("open")}
        <Icon name="forward" small />
      </FieldLink>
    </div>
  );
}

type NotYetProps = {
  planId: string;
  chosen: readonly FieldRecord<"solution">[];
  views: readonly ActionView[];
  place: string;
};

/** Solutions chosen after the plan was made. */
function NotYetTaken({ planId, chosen, views, place }: NotYetProps) {
  const t = useTranslations("plans.step");
  const locale = useLocale();
  const taken = new Set(views.map(({ fields }) => fields.solutionId));
  const left = chosen.filter(({ id }) => !taken.has(id));
  if (left.length === 0) return null;
  const take = (
    <Button onClick={() => takeSolutions({ planId, place, chosen: left, after: views })}>
      {t("takeIn")}
    </Button>
  );
  const n = formatNumber(left.length, locale);
  return <Notice icon="info" title={t("notYet", { count: left.length, n })} action={take} />;
}
