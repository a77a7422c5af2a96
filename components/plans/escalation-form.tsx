"use client";

import { useTranslations } from "next-intl";
import type { EscalationSetting } from "@/lib/plans/escalation";
import { setEscalationAction } from "@/lib/plans/escalation-actions";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { useOnceForm } from "../form/use-once-form";

type Props = {
  setting: EscalationSetting;
  today: string;
  /** Name the first attempt, so that a form sent twice is one setting. */
  first: { changeId: string; subject: string };
};

/** Other thresholds from a day on; what held before stays in the list. */
export function EscalationForm({ setting, today, first }: Props) {
  const t = useTranslations("plans.escalation");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(setEscalationAction, first);
  const fault = (field: string) => {
    const code = state.fields?.[field];
    return code && (code === "order" ? t("order") : t("range"));
  };
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <NumberField
        name="healthCentreDays"
        label={t("healthCentreDays")}
        defaultValue={setting.healthCentreDays}
        error={fault("healthCentreDays")}
      />
      <NumberField
        name="governorDays"
        label={t("governorDays")}
        defaultValue={setting.governorDays}
        error={fault("governorDays")}
      />
      <DateField
        name="from"
        label={t("from")}
        defaultValue={today}
        error={state.fields?.from && errors("date")}
      />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
