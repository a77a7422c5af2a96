"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScreen } from "@/components/field/field-screen";
import { LoadingScreen } from "@/components/field/loading-screen";
import { FieldLink, fieldNavigate } from "@/components/field/router";
import { type FieldRecord, useRecord } from "@/components/field/store-hooks";
import { usePlaces } from "@/components/field/use-places";
import { useProblems } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusPill } from "@/components/ui/status-pill";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { ActionFacts, AnswersProblem } from "./action-facts";
import { ActionForm } from "./action-form";
import { ActionHistory } from "./action-history";
import { type ActionView, markOf } from "./action-view";
import { PhotoButton } from "./photo-button";
import { ProgressSheet } from "./progress-sheet";
import { useActionViews, usePlan } from "./use-plan";

/** One action: how it stands and the next step, then what was agreed, then everything reported. */
export function ActionScreen({ actionId }: { actionId: string }) {
  const action = useRecord("action", actionId);
  const plan = usePlan(action?.fields.planId ?? "");
  if (action === undefined || plan === undefined) return <LoadingScreen />;
  if (!action?.place || action.deletedAt || !plan) return <Gone planId={action?.fields.planId} />;
  return <ActionOf actionId={actionId} plan={plan} place={action.place} />;
}

function Gone({ planId }: { planId: string | undefined }) {
  const t = useTranslations("plans.action");
  const tPlan = useTranslations("plans");
  const back = planId ? `/field/plans/${planId}` : "/field";
  return (
    <FieldScreen title={tPlan("title")} back={back}>
      <EmptyState
        title={t("gone")}
        why={t("goneWhy")}
        action={
          <FieldLink to={back} className="btn">
            {t("toPlan")}
          </FieldLink>
        }
      />
    </FieldScreen>
  );
}

type Props = { actionId: string; plan: FieldRecord<"plan">; place: string };

function ActionOf({ actionId, plan, place }: Props) {
  const t = useTranslations("plans");
  const { name } = usePlaces();
  const { workshopId } = plan.fields;
  const { problems } = useProblems(workshopId);
  const { views, ready } = useActionViews({ planId: plan.id, workshopId, place });
  const [editing, setEditing] = useState(false);
  const view = views.find(({ id }) => id === actionId);
  if (!ready || !view) return <LoadingScreen />;
  const back = `/field/plans/${plan.id}`;
  const onDelete = async () => {
    await localStore.removeRecord("action", actionId);
    fieldNavigate(back);
  };
  return (
    <FieldScreen title={t("title")} subtitle={name(place)} back={back} tab="villages">
      <div className="stack">
        <ActionHead {...{ view, workshopId, place }} />
        {editing ? (
          <ActionForm {...{ view, place, problems, onDelete }} onClose={() => setEditing(false)} />
        ) : (
          <Button wide icon="edit" kind="dim" onClick={() => setEditing(true)}>
            {t("action.edit")}
          </Button>
        )}
        <ActionHistory view={view} place={place} />
      </div>
    </FieldScreen>
  );
}

type HeadProps = { view: ActionView; workshopId: string; place: string };

/** State and next step, then what was agreed. */
function ActionHead({ view, workshopId, place }: HeadProps) {
  const t = useTranslations("plans.action");
  const locale = useLocale();
  const [recording, setRecording] = useState(false);
  const [photoId, setPhotoId] = useState<string | null>(null);
  const withPhoto = (taken: string) => {
    setPhotoId(taken);
    setRecording(true);
  };
  return (
    <section className="card">
      <div className="row between wrap">
        <StatusPill status={markOf(view)} />
        <span className="sm mut nw">{t("number", { n: formatNumber(view.number, locale) })}</span>
      </div>
      <h2 className="mt-1">{view.fields.what || t("untitled")}</h2>
      <AnswersProblem view={view} />
      {view.fields.carriedFromId && <p className="sm mut">{t("carried")}</p>}
      <div className="row mt-3">
        <Button kind="pri" className="grow" onClick={() => setRecording(true)}>
          {t("record")}
        </Button>
        <PhotoButton label={t("photo")} workshopId={workshopId} place={place} onTaken={withPhoto} />
      </div>
      <ActionFacts view={view} all />
      <ProgressSheet
        open={recording}
        onClose={() => setRecording(false)}
        {...{ view, workshopId, place, photoId, setPhotoId }}
      />
    </section>
  );
}
