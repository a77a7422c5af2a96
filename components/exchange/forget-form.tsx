"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormErrors } from "@/components/form/form-errors";
import { SubmitButton } from "@/components/form/submit-button";
import { forgetIdAction } from "@/lib/exchange/actions";
import { idleForm } from "@/lib/form-state";

export function ForgetForm({ id, externalId }: { id: string; externalId: string }) {
  const t = useTranslations("exchange.remembered");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(forgetIdAction, idleForm);
  return (
    <form action={run}>
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton kind="plain" aria-label={t("forgetOf", { id: externalId })}>
        {t("forget")}
      </SubmitButton>
    </form>
  );
}
