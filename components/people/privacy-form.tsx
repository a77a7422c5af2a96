"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { acceptPrivacyAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { CheckField } from "../form/check-cards";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { useFaultText } from "./fault-text";

export function PrivacyForm({ back }: { back: string | null }) {
  const t = useTranslations("access");
  const [state, action] = useActionState(acceptPrivacyAction, emptyAccess);
  const fault = useFaultText()(state, "");
  return (
    <form action={action} className="stack">
      <FormErrors errors={fault ? [{ id: "privacy", message: fault }] : []} />
      <input type="hidden" name="return" value={back ?? ""} />
      <CheckField id="privacy" name="privacy" value="on" label={t("redeem.privacy")} />
      <SubmitButton wide>{t("privacy.goOn")}</SubmitButton>
    </form>
  );
}
