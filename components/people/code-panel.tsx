"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { issueCodeAction, type SlipState } from "@/lib/people/actions";
import type { AccountView } from "@/lib/people/queries";
import { codeDays } from "@/lib/people/rules";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { useFieldFaults } from "./field-faults";
import { Slip } from "./slip";

type Props = { account: AccountView; origin: string };

export function CodePanel({ account, origin }: Props) {
  const t = useTranslations("people.account");
  const locale = useLocale();
  const [state, action] = useActionState(issueCodeAction, { status: "idle" } as SlipState);
  const faults = useFieldFaults(state);
  if (state.slip) return <Slip slip={state.slip} origin={origin} />;
  return (
    <form action={action} className="stack-s">
      <FormErrors message={faults.message ?? faults.list[0]?.message} />
      <input type="hidden" name="userId" value={account.id} />
      <input type="hidden" name="login" value={account.login} />
      <input type="hidden" name="name" value={account.display_name} />
      <p className="sm">{t("codeHelp", { days: formatNumber(codeDays, locale) })}</p>
      {account.code_expires && <p>{t("openCode", { date: formatDateTime(account.code_expires, locale) })}</p>}
      <SubmitButton kind="plain">{t(account.code_used ? "reset" : "invite")}</SubmitButton>
    </form>
  );
}
