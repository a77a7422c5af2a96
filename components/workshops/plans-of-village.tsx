"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { FieldRow } from "../field/field-row";
import { type FieldRecord, useRecords } from "../field/store-hooks";
import { usePlanWords } from "./plan-words";

/** The plans a village agreed on, the latest first, each with "5 of 9 done". */
export function PlansOfVillage({ placeId }: { placeId: string }) {
  const t = useTranslations("workshops.plans");
  const plans = useRecords("plan", { place: placeId });
  if (!plans || plans.length === 0) return null;
  const day = ({ fields }: FieldRecord<"plan">) => fields.agreedDate ?? "";
  const newest = [...plans].sort((a, b) => day(b).localeCompare(day(a)) || b.id.localeCompare(a.id));
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="card list mt-2">
        {newest.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

function PlanRow({ plan }: { plan: FieldRecord<"plan"> }) {
  const t = useTranslations("workshops.plans");
  const locale = useLocale();
  const words = usePlanWords(plan.id);
  const { agreedDate, title } = plan.fields;
  const name = title || (agreedDate ? t("agreed", { date: formatDate(agreedDate, locale) }) : t("draft"));
  const late = words?.late ? "late" : words?.allDone ? "done" : "doing";
  return (
    <li>
      <FieldRow to={`/field/plans/${plan.id}`} status={late} name={name} why={words?.text} />
    </li>
  );
}
