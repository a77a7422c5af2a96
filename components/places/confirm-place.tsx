"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormErrors } from "@/components/form/form-errors";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormState } from "@/lib/form-state";
import { confirmPlaceAction } from "@/lib/places/actions";

const idle: FormState = { status: "idle" };

export function ConfirmPlace({ placeId }: { placeId: string }) {
  const t = useTranslations("places.page");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(confirmPlaceAction, idle);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      <input type="hidden" name="placeId" value={placeId} />
      <SubmitButton kind="plain" icon="check" aria-describedby="confirm-help">
        {t("confirm")}
      </SubmitButton>
      <p className="sm mut" id="confirm-help">
        {t("confirmHelp")}
      </p>
    </form>
  );
}
