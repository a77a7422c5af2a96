"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { signInAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { FormErrors } from "../form/form-errors";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useFaultText } from "./fault-text";

export function SignInForm({ back }: { back: string | null }) {
  const t = useTranslations("access.signIn");
  const [state, action] = useActionState(signInAction, emptyAccess);
  const text = useFaultText();
  return (
    <form action={action} className="stack">
      <FormErrors message={text(state, t("wrong"))} />
      <input type="hidden" name="return" value={back ?? ""} />
      <TextField
        name="login"
        label={t("login")}
        defaultValue={state.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
      />
      <PasswordField name="password" label={t("password")} help={t("passwordHelp")} maxLength={500} />
      <SubmitButton wide className="min-h-[54px] text-18">
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
