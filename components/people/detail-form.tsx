"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { correctAccountAction } from "@/lib/people/actions";
import type { AccountView } from "@/lib/people/queries";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { Notice } from "../ui/notice";
import { DetailFields } from "./detail-fields";
import { useFieldFaults } from "./field-faults";

const idle: FormState = { status: "idle" };

export function DetailForm({ account }: { account: AccountView }) {
  const t = useTranslations("people.account");
  const [state, action] = useActionState(correctAccountAction, idle);
  const faults = useFieldFaults(state);
  const { display_name: displayName, office, phone, email, locale } = account;
  return (
    <form action={action} className="stack">
      <FormErrors errors={faults.list} message={faults.message} />
      {state.status === "done" && <Notice tone="done" live="polite" title={t("saved")} />}
      <input type="hidden" name="userId" value={account.id} />
      <DetailFields
        key={JSON.stringify([displayName, office, phone, email, locale])}
        known={{ displayName, office, phone, email, locale }}
        faultOf={faults.of}
      />
      <SubmitButton kind="plain">{t("save")}</SubmitButton>
    </form>
  );
}
