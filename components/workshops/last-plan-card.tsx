"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { carryOver } from "@/lib/plans/carry-over";
import { localStore } from "@/lib/sync/local-store";
import { FieldLink, fieldNavigate } from "../field/router";
import { type FieldRecord, useRecords } from "../field/store-hooks";
import { Button } from "../ui/button";
import { usePlanWords } from "./plan-words";
import type { PlannedAction } from "./use-plan-state";

type Props = { workshopId: string; place: string };

/** The last plan opens the next workshop: how it stands, and its unfinished actions offered for the new one. */
export function LastPlanCard({ workshopId, place }: Props) {
  const t = useTranslations("workshops.lastPlan");
  const plans = useRecords("plan", { place });
  const last = lastPlanOf(plans ?? [], workshopId);
  const own = plans?.find(({ fields }) => fields.workshopId === workshopId);
  const words = usePlanWords(last?.id ?? null);
  if (!last || !words) return null;
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p>{words.text}</p>
      <div className="row wrap">
        <FieldLink to={`/field/plans/${last.id}`} className="btn">
          {t("open")}
        </FieldLink>
        <CarryButton {...{ workshopId, place }} last={last.id} own={own} previous={words.state.actions} />
      </div>
    </section>
  );
}

type Plan = FieldRecord<"plan">;

const lastPlanOf = (plans: readonly Plan[], workshopId: string): Plan | undefined =>
  plans
    .filter(({ fields }) => fields.workshopId !== workshopId)
    .sort(
      (a, b) =>
        (a.fields.agreedDate ?? "").localeCompare(b.fields.agreedDate ?? "") || a.id.localeCompare(b.id),
    )
    .at(-1);

type CarryProps = Props & { last: string; own: Plan | undefined; previous: readonly PlannedAction[] };

function CarryButton({ workshopId, place, last, own, previous }: CarryProps) {
  const t = useTranslations("workshops.lastPlan");
  const locale = useLocale();
  const present = useRecords("action", { link: own?.id ?? workshopId }) ?? [];
  const carried = new Set(present.flatMap(({ fields }) => fields.carriedFromId ?? []));
  const open = carryOver(previous, carried);
  if (open.length === 0) return null;
  const carry = async () => {
    const fields = { workshopId, status: "draft" as const, previousPlanId: last };
    const planId = own?.id ?? (await localStore.record({ type: "plan", place, fields }));
    for (const { action } of open) {
      await localStore.record({ type: "action", place, fields: { ...action, planId } });
    }
    fieldNavigate(`/field/workshops/${workshopId}/plan`);
  };
  return (
    <Button onClick={carry}>
      {t("carry", { count: open.length, n: formatNumber(open.length, locale) })}
    </Button>
  );
}
