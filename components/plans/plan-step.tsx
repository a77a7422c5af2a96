"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldLink } from "@/components/field/router";
import type { FieldRecord } from "@/components/field/store-hooks";
import { UndoNotice, useUndo } from "@/components/problems/undo-notice";
import { useVotes } from "@/components/problems/use-votes";
import { useLinked, useLinkedWhen } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/i18n/format";
import { ActionForm } from "./action-form";
import { ActionLine } from "./action-line";
import { Agreement } from "./agreement";
import { CarryOver } from "./carry-over";
import { addAction, makePlan, moveAction, takeSolutions } from "./make-plan";
import { PlanFiles } from "./plan-files";
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
  const t = useTranslations("plans");
  const locale = useLocale();
  const votes = useVotes(workshopId);
  const { views } = useActionViews({ planId: plan.id, workshopId, place });
  const [open, setOpen] = useState<string | null>(null);
  const { deleted, remove, undo } = useUndo();
  const taken = new Set(views.map(({ fields }) => fields.solutionId));
  const left = chosen.filter(({ id }) => !taken.has(id));
  const add = async () => setOpen(await addAction({ planId: plan.id, place, views }));
  const n = formatNumber(views.length, locale);
  return (
    <div className="stack">
      <header>
        <h2>{t("step.title")}</h2>
        <p className="sm mut">
          {t("step.actions", { count: views.length, n })} · {t("step.lead")}
        </p>
      </header>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {left.length > 0 && (
        <Notice
          icon="info"
          title={t("step.notYet", { count: left.length, n: formatNumber(left.length, locale) })}
          action={
            <Button onClick={() => takeSolutions({ planId: plan.id, place, chosen: left, after: views })}>
              {t("step.takeIn")}
            </Button>
          }
        />
      )}
      <CarryOver plan={plan} place={place} views={views} />
      {views.map((view, index) =>
        view.id === open ? (
          <ActionForm
            key={view.id}
            {...{ view, place, problems: votes.problems }}
            canMove={{ up: index > 0, down: index < views.length - 1 }}
            onMove={(by) => moveAction(views, { from: index, to: index + by, place })}
            onClose={() => setOpen(null)}
            onDelete={() => {
              setOpen(null);
              const what = view.fields.what || t("action.untitled");
              void remove({ type: "action", id: view.id, words: t("action.deleted", { what }) });
            }}
          />
        ) : (
          <ActionLine key={view.id} view={view} onOpen={() => setOpen(view.id)} />
        ),
      )}
      <Button wide icon="plus" onClick={add}>
        {t("action.add")}
      </Button>
      <Readiness views={views} votes={votes} />
      <Agreement plan={plan} place={place} />
      <PlanFiles planId={plan.id} place={place} />
      <FieldLink to={`/field/plans/${plan.id}`} className="btn wide">
        {t("step.open")}
        <Icon name="forward" small />
      </FieldLink>
    </div>
  );
}
