"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { eraseAction } from "@/lib/history/actions";
import { CheckField } from "../form/check-cards";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { TextArea } from "../form/text-field";

export function EraseForm({ subject }: { subject: string }) {
  const t = useTranslations("history.erase");
  const [state, run, pending] = useActionState<FormState, FormData>(eraseAction, idleForm);
  if (state.status === "done") return <FormResult state={state} done={t("done")} />;
  return (
    <KeptForm run={run} className="card stack">
      <FormResult state={state} done={null} />
      <input type="hidden" name="subject" value={subject} />
      <TextArea
        name="why"
        label={t("why")}
        help={t("whyHelp")}
        rows={2}
        maxLength={500}
        error={state.fields?.why && t("whyMissing")}
      />
      <CheckField id="sure" name="sure" value="on" label={t("sure")} />
      {state.fields?.sure && <p className="field-error">{t("sureMissing")}</p>}
      <KeptSubmit kind="danger" pending={pending}>
        {t("button")}
      </KeptSubmit>
    </KeptForm>
  );
}
