"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FieldRecord, useRecord } from "@/components/field/store-hooks";
import { recordAgain } from "@/components/problems/record-again";
import { nextPosition } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { StatusPill } from "@/components/ui/status-pill";
import { derivedId } from "@/lib/changes/derived-id";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { type CarriedAction, carryOver } from "@/lib/plans/carry-over";
import { type ActionView, isDoneView, statusMark } from "./action-view";
import { useActionViews } from "./use-plan";

type Props = { plan: FieldRecord<"plan">; place: string; views: readonly ActionView[] };

/** The last plan opens this one: how much of it was done, and what is left to promise again. */
export function CarryOver({ plan, place, views }: Props) {
  const previous = useRecord("plan", plan.fields.previousPlanId);
  if (!previous || previous.deletedAt) return null;
  return <Unfinished plan={plan} previous={previous} place={place} views={views} />;
}

function Unfinished({ plan, previous, place, views }: Props & { previous: FieldRecord<"plan"> }) {
  const t = useTranslations("plans.carry");
  const locale = useLocale();
  const { views: old, ready } = useActionViews({
    planId: previous.id,
    workshopId: previous.fields.workshopId,
    place,
  });
  const carried = new Set(views.flatMap(({ fields }) => fields.carriedFromId ?? []));
  const left = carryOver(
    old.map(({ id, fields, state }) => ({ id, action: fields, state })),
    carried,
  );
  const take = async (taken: readonly CarriedAction[]) => {
    for (const [index, { action }] of taken.entries()) {
      const subject = await derivedId("action", plan.id, String(action.carriedFromId));
      const fields = { ...action, planId: plan.id, position: nextPosition(views) + index };
      await recordAgain({ type: "action", subject, place, fields });
    }
  };
  if (!ready || old.length === 0) return null;
  const number = (value: number) => formatNumber(value, locale);
  const k = old.filter(isDoneView).length;
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p>{t("summary", { k: number(k), n: number(old.length) })}</p>
      {left.length > 0 && (
        <p className="sm mut">{t("text", { count: left.length, n: number(left.length) })}</p>
      )}
      {left.map((one) => (
        <div key={one.action.carriedFromId} className="row between wrap">
          <span className="grow">
            {one.action.what}
            <span className="block sm mut">
              <StatusPill status={statusMark(one.status)} />
              {one.previousDue && ` ${t("wasDue", { date: formatDate(one.previousDue, locale) })}`}
            </span>
          </span>
          <Button kind="dim" onClick={() => take([one])}>
            {t("take")}
          </Button>
        </div>
      ))}
      {left.length > 1 && (
        <Button wide onClick={() => take(left)}>
          {t("takeAll")}
        </Button>
      )}
    </section>
  );
}
