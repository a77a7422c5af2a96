"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScreen } from "@/components/field/field-screen";
import { LoadingScreen } from "@/components/field/loading-screen";
import { LostScreen } from "@/components/field/lost-screen";
import { FieldLink } from "@/components/field/router";
import { type FieldRecord, useRecord } from "@/components/field/store-hooks";
import { usePlaces } from "@/components/field/use-places";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import { ActionCard } from "./action-card";
import { type ActionView, byUrgency, isDoneView, isOpenView } from "./action-view";
import { PlanFiles } from "./plan-files";
import { PlanSummaryCard } from "./plan-summary";
import { useActionViews, useMyOffices, usePlan } from "./use-plan";

type Filter = "open" | "mine" | "done";

/** A plan and how it stands: what is late first. */
export function PlanScreen({ planId }: { planId: string }) {
  const plan = usePlan(planId);
  if (plan === undefined) return <LoadingScreen />;
  if (!plan?.place || plan.deletedAt) return <LostScreen />;
  return <PlanOf plan={plan} place={plan.place} />;
}

function PlanOf({ plan, place }: { plan: FieldRecord<"plan">; place: string }) {
  const t = useTranslations("plans");
  const { name } = usePlaces();
  const { workshopId } = plan.fields;
  const workshop = useRecord("workshop", workshopId);
  const { views, ready } = useActionViews({ planId: plan.id, workshopId, place });
  const year = (plan.fields.agreedDate ?? workshop?.fields.startDate ?? "").slice(0, 4);
  const poster = (
    <FieldLink className="iconbtn" to={`/field/plans/${plan.id}/poster`} aria-label={t("files.poster")}>
      <Icon name="print" />
    </FieldLink>
  );
  const village = name(place);
  return (
    <FieldScreen
      title={t("title")}
      subtitle={year ? t("subtitle", { village, year }) : village}
      back={`/field/workshops/${workshopId}/plan`}
      after={poster}
      tab="villages"
    >
      <div className="stack">
        <PlanSummaryCard plan={plan} views={views} />
        {ready && <FilteredActions views={views} workshopId={workshopId} place={place} />}
        <PlanFiles planId={plan.id} />
      </div>
    </FieldScreen>
  );
}

type ListProps = { views: readonly ActionView[]; workshopId: string; place: string };

function FilteredActions({ views, workshopId, place }: ListProps) {
  const t = useTranslations("plans.filter");
  const locale = useLocale();
  const offices = useMyOffices();
  const [filter, setFilter] = useState<Filter>("open");
  const lists: Record<Filter, ActionView[]> = {
    open: views.filter(isOpenView).toSorted(byUrgency),
    mine: views.filter((view) => isOpenView(view) && view.fields.lead && offices.includes(view.fields.lead)),
    done: views.filter(isDoneView),
  };
  const shown = lists[filter];
  const empty = { open: t("emptyOpen"), mine: t("emptyMine"), done: t("emptyDone") }[filter];
  return (
    <>
      <fieldset className="chips" aria-label={t("label")}>
        {(["open", "mine", "done"] as const).map((value) => (
          <Chip key={value} pressed={filter === value} onClick={() => setFilter(value)}>
            {t(value, { n: formatNumber(lists[value].length, locale) })}
          </Chip>
        ))}
      </fieldset>
      {shown.length === 0 && <EmptyState title={empty} why={t("emptyWhy")} />}
      {shown.map((view, index) => (
        <ActionCard key={view.id} view={view} workshopId={workshopId} place={place} first={index === 0} />
      ))}
    </>
  );
}
