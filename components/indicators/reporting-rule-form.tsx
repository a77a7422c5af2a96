"use client";

import { useTranslations } from "next-intl";
import { setReportingRuleAction } from "@/lib/indicators/actions";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { useOnceForm } from "../form/use-once-form";

type Props = {
  dueDay: number;
  today: string;
  /** Name the first attempt, so that a form sent twice is one rule. */
  first: { changeId: string; subject: string };
};

/** Another due day from a day on; what held before stays in the list. */
export function ReportingRuleForm({ dueDay, today, first }: Props) {
  const t = useTranslations("indicators.rule");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(setReportingRuleAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <NumberField
        name="dueDay"
        label={t("dueDay")}
        help={t("range")}
        defaultValue={dueDay}
        error={state.fields?.dueDay && t("range")}
      />
      <DateField
        name="from"
        id="rule-from"
        label={t("from")}
        defaultValue={today}
        error={state.fields?.from && errors("date")}
      />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
