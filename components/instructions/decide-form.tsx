"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FormState, idleForm } from "@/lib/form-state";
import { decideAction } from "@/lib/instructions/actions";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { TextArea, TextField } from "../form/text-field";

/** Something the meeting decided, about the district as a whole. */
export function DecideForm({ place }: { place: string }) {
  const t = useTranslations("instructions.decision");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useActionState<FormState, FormData>(decideAction, idleForm);
  const [ids] = useState(() => ({ changeId: uuidv7(), subject: uuidv7() }));
  if (state.status === "done") return <FormResult state={state} done={t("saved")} />;
  return (
    <KeptForm run={send} className="stack noprint">
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <TextArea
        name="text"
        label={t("text")}
        rows={3}
        maxLength={8000}
        error={state.fields?.text && required("required")}
      />
      <TextField name="meeting" label={t("meeting")} optional maxLength={500} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
