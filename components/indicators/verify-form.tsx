"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { verifyReportAction } from "@/lib/indicators/actions";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { RadioCards } from "../form/radio-cards";
import { TextArea } from "../form/text-field";

type Props = {
  reportId: string;
  /** Digest of the values on the screen: what is said is said of them and of no others. */
  seen: string;
  first: { changeId: string; subject: string };
};

/** The other person's word: right, or to be looked at again, with why. */
export function VerifyForm({ reportId, seen, first }: Props) {
  const t = useTranslations("indicators.office");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useActionState<FormState, FormData>(verifyReportAction, idleForm);
  if (state.status === "done") return <FormResult state={state} done={t("said")} />;
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={first.changeId} />
      <input type="hidden" name="subject" value={first.subject} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="seen" value={seen} />
      <RadioCards
        name="verdict"
        label={t("verdict")}
        options={[
          { value: "verified", label: t("right"), help: t("rightHelp") },
          { value: "returned", label: t("wrong"), help: t("wrongHelp") },
        ]}
        error={state.fields?.verdict && required("required")}
      />
      <TextArea
        name="note"
        label={t("why")}
        rows={2}
        optional
        maxLength={8000}
        error={state.fields?.note && required("required")}
      />
      <KeptSubmit pending={pending}>{t("say")}</KeptSubmit>
    </KeptForm>
  );
}
