"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { eraseContactAction } from "@/lib/people/actions";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useFieldFaults } from "./field-faults";

/** On the person's own request: what goes and what stays is said before the button. */
export function EraseContactForm({ userId }: { userId: string }) {
  const t = useTranslations("people.account");
  const [state, run] = useActionState(eraseContactAction, { status: "idle" });
  const faults = useFieldFaults(state);
  return (
    <form action={run} className="stack-s">
      <FormErrors errors={faults.list} message={faults.message} />
      <p className="sm">{t("eraseGoes")}</p>
      <p className="sm">{t("eraseStays")}</p>
      <input type="hidden" name="userId" value={userId} />
      <TextField name="why" label={t("eraseWhy")} maxLength={300} error={faults.of("why")} />
      <SubmitButton kind="danger">{t("erase")}</SubmitButton>
      {state.status === "done" && <p role="status">{t("eraseDone")}</p>}
    </form>
  );
}
