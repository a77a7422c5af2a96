"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FieldRecord } from "@/components/field/store-hooks";
import { useLinked } from "@/components/problems/workshop-records";
import { KOfNBar } from "@/components/ui/k-of-n-bar";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { type ActionView, cellsOf, isDoneView } from "./action-view";

type Props = { plan: FieldRecord<"plan">; views: readonly ActionView[] };

/** "5 of 9 done", one cell per action, then who stands behind the plan and where it hangs. */
export function PlanSummaryCard({ plan, views }: Props) {
  const t = useTranslations("plans.summary");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const dropped = views.filter(({ state }) => state.status === "dropped").length;
  const k = number(views.filter(isDoneView).length);
  return (
    <section className="card">
      <p className="plan-k">{views.length > 0 ? t("done", { k, n: number(views.length) }) : t("none")}</p>
      {views.length > 0 && <KOfNBar counts={cellsOf(views)} />}
      {dropped > 0 && <p className="sm mut">{t("dropped", { count: dropped, n: number(dropped) })}</p>}
      <hr className="rule" />
      <p className="sm">
        <PlanAgreed plan={plan} />
      </p>
    </section>
  );
}

function PlanAgreed({ plan }: { plan: FieldRecord<"plan"> }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const endorsements = useLinked("endorsement", plan.id);
  const { agreedDate, displayedDate, displayPlace } = plan.fields;
  const offices = formatList(
    endorsements.map(({ fields }) => t(`office.${fields.office}`)),
    locale,
  );
  const displayed = displayPlace
    ? t("summary.displayedAt", { place: displayPlace })
    : displayedDate
      ? t("summary.displayedOn", { date: formatDate(displayedDate, locale) })
      : t("summary.notDisplayed");
  return [
    offices ? t("summary.endorsedBy", { offices }) : t("summary.notEndorsed"),
    agreedDate && t("summary.agreed", { date: formatDate(agreedDate, locale) }),
    displayed,
  ]
    .filter(Boolean)
    .join(" ");
}
