"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { withdrawDeviceAction } from "@/lib/devices/actions";
import { idleForm } from "@/lib/form-state";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";

/** Says what withdrawing does before it can be done: it cannot be taken back. */
export function WithdrawForm({ deviceId, owner }: { deviceId: string; owner: string }) {
  const t = useTranslations("devices");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(withdrawDeviceAction, idleForm);
  return (
    <details className="fold mt-2">
      <summary>{t("lost")}</summary>
      <form action={run} className="stack-s">
        <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
        <input type="hidden" name="deviceId" value={deviceId} />
        <p className="sm">{t("withdrawHelp")}</p>
        <SubmitButton kind="danger" aria-label={t("withdrawOf", { name: owner })}>
          {t("withdraw")}
        </SubmitButton>
      </form>
    </details>
  );
}
