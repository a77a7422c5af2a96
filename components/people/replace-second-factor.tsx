"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { beginReplacementAction, confirmReplacementAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { FormErrors } from "../form/form-errors";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useFaultText } from "./fault-text";
import { SecondFactorForm } from "./second-factor-form";

/** First who asks, then the new authenticator; the present one stands until the new one has given a code. */
export function ReplaceSecondFactor({ next, login }: { next: string; login: string }) {
  const t = useTranslations("access");
  const [state, begin] = useActionState(beginReplacementAction, emptyAccess);
  const fault = useFaultText()(state, t("code.wrong"));
  if (state.enrol)
    return <SecondFactorForm {...state.enrol} next={next} confirm={confirmReplacementAction} />;
  const field = state.fault === "wrong_current" ? "current" : state.fault === "wrong" ? "code" : null;
  const errors = fault && field ? [{ id: field, message: fault }] : [];
  return (
    <form action={begin} className="stack">
      <p>{t("secondFactor.replaceText")}</p>
      <FormErrors errors={errors} message={field ? undefined : fault} />
      <input className="hidden" name="username" autoComplete="username" defaultValue={login} tabIndex={-1} />
      <PasswordField
        name="current"
        label={t("newPassword.current")}
        error={field === "current" ? fault : undefined}
      />
      <TextField
        name="code"
        label={t("code.label")}
        help={t("code.help")}
        error={field === "code" ? fault : undefined}
        autoComplete="one-time-code"
        maxLength={30}
      />
      <SubmitButton wide>{t("secondFactor.replaceNext")}</SubmitButton>
    </form>
  );
}
