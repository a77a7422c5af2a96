"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { createTokenAction, type TokenState } from "@/lib/exchange/token-actions";
import { FormErrors } from "../form/form-errors";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { Notice } from "../ui/notice";

const idle: TokenState = { status: "idle" };
const days = ["30", "90", "365"] as const;

/** Makes a token and shows it this once. */
export function TokenForm() {
  const t = useTranslations("exchange.tokens");
  const errors = useTranslations("errors");
  const [state, run, pending] = useActionState(createTokenAction, idle);
  const problem = state.error === "conflict" ? t("tooMany") : errors(state.error ?? "unknown");
  return (
    <KeptForm run={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? problem : undefined} />
      {state.token && (
        <Notice tone="done" live="polite" title={t("shown")}>
          <TextField id="token" name="token" label={t("token")} value={state.token} readOnly />
          <p className="mt-2">{t("use", { address: "/api/v1/data-values" })}</p>
        </Notice>
      )}
      <TextField id="token-name" name="name" label={t("name")} maxLength={100} required />
      <Select
        id="token-days"
        name="days"
        label={t("days")}
        options={days.map((value) => ({ value, label: t(`day${value}`) }))}
      />
      <KeptSubmit pending={pending} kind="plain">
        {t("make")}
      </KeptSubmit>
    </KeptForm>
  );
}
