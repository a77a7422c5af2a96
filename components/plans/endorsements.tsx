"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FieldRecord } from "@/components/field/store-hooks";
import { Select } from "@/components/form/select";
import { useLinked } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { StatusMark } from "@/components/ui/status-mark";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import { type Office, offices } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";

type Props = { plan: FieldRecord<"plan">; place: string };

/** Offices, never names, that stand behind the plan. The first one makes a draft an endorsed plan. */
export function Endorsements({ plan, place }: Props) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const rows = useLinked("endorsement", plan.id);
  const free = offices.filter((office) => !rows.some(({ fields }) => fields.office === office));
  const add = async (office: Office) => {
    const date = plan.fields.agreedDate ?? today();
    await localStore.record({ type: "endorsement", place, fields: { planId: plan.id, office, date } });
    if (plan.fields.status !== "draft") return;
    await localStore.record({ type: "plan", subject: plan.id, place, fields: { status: "endorsed" } });
  };
  return (
    <div className="stack-s">
      <Select
        name={`endorse-${plan.id}`}
        label={t("agree.endorse")}
        optional
        placeholder={t("agree.endorseAdd")}
        options={free.map((value) => ({ value, label: t(`office.${value}`) }))}
        value=""
        onChange={(event) => event.target.value && void add(event.target.value as Office)}
      />
      <ul>
        {rows.map(({ id, fields }) => {
          const office = t(`office.${fields.office}`);
          return (
            <li key={id} className="row">
              <StatusMark status="done" />
              <span className="grow sm">
                {t("agree.endorsement", { office, date: formatDate(fields.date, locale) })}
              </span>
              <Button
                kind="quiet"
                icon="cross"
                aria-label={t("agree.endorseRemove", { office })}
                onClick={() => localStore.removeRecord("endorsement", id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
