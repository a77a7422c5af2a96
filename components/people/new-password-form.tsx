"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { newPasswordAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { minimumLength } from "@/lib/access/password-length";
import { formatNumber } from "@/lib/i18n/format";
import { FormErrors } from "../form/form-errors";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";
import { useFaultText } from "./fault-text";

export function NewPasswordForm({ back, login }: { back: string | null; login: string }) {
  const t = useTranslations("access.newPassword");
  const locale = useLocale();
  const [state, action] = useActionState(newPasswordAction, emptyAccess);
  const fault = useFaultText()(state, "");
  const whose = state.fault === "wrong_current" ? "current" : "password";
  const whole = state.fault === "throttled" || state.fault === "unavailable";
  const errors = fault && !whole ? [{ id: whose, message: fault }] : [];
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <form action={action} className="stack">
      <FormErrors errors={errors} message={whole ? fault : undefined} />
      <input type="hidden" name="return" value={back ?? ""} />
      <input className="hidden" name="username" autoComplete="username" defaultValue={login} tabIndex={-1} />
      <PasswordField name="current" label={t("current")} error={errorOf("current")} />
      <PasswordField
        name="password"
        label={t("password")}
        help={t("help", { min: formatNumber(minimumLength, locale) })}
        error={errorOf("password")}
        autoComplete="new-password"
      />
      <p className="sm">{t("effect")}</p>
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </form>
  );
}
