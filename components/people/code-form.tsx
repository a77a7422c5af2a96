"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { codeAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useFaultText } from "./fault-text";

export function CodeForm({ back }: { back: string | null }) {
  const t = useTranslations("access.code");
  const [state, action] = useActionState(codeAction, emptyAccess);
  const text = useFaultText();
  return (
    <form action={action} className="stack">
      <FormErrors message={text(state, t("wrong"))} />
      <input type="hidden" name="return" value={back ?? ""} />
      <TextField
        name="code"
        label={t("label")}
        help={t("help")}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
      />
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </form>
  );
}
