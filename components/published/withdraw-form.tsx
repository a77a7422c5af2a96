"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { idleForm } from "@/lib/form-state";
import { withdrawTableAction } from "@/lib/published/actions";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";

type Props = { publicationId: string; changeId: string; subject: string };

export function WithdrawForm(hidden: Props) {
  const t = useTranslations("published.withdraw");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(withdrawTableAction, idleForm);
  const wrong = state.status === "failed" && !state.fields?.reason;
  return (
    <form action={run} className="stack-s">
      <FormErrors message={wrong ? errors(state.error ?? "unknown") : undefined} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea name="reason" label={t("reason")} error={state.fields?.reason && t("missing")} />
      <p className="sm">{t("help")}</p>
      <SubmitButton kind="danger">{t("submit")}</SubmitButton>
    </form>
  );
}
