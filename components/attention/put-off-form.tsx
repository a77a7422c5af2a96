"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { putOffAction } from "@/lib/attention/actions";
import { putOffDays } from "@/lib/attention/put-off-days";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FormState, idleForm } from "@/lib/form-state";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextArea } from "../form/text-field";

/** "Seen, waiting until then, because …": the matter leaves the first page and comes back by itself. */
export function PutOffForm({ place, about }: { place: string; about: string }) {
  const t = useTranslations("attention.putOff");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useActionState<FormState, FormData>(putOffAction, idleForm);
  const [ids] = useState(() => ({ changeId: uuidv7(), subject: uuidv7() }));
  if (state.status === "done") return <FormResult state={state} done={t("saved")} />;
  return (
    <KeptForm run={send} className="stack noprint">
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="about" value={about} />
      <Select
        name="days"
        label={t("for")}
        defaultValue={putOffDays[1]}
        options={putOffDays.map((value) => ({ value, label: t(`days.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={t("reason")}
        rows={2}
        maxLength={8000}
        error={state.fields?.reason && required("required")}
      />
      <p className="sm mut">{t("effect")}</p>
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
