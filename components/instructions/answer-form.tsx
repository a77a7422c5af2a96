"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FormState, idleForm } from "@/lib/form-state";
import { answerAction } from "@/lib/instructions/actions";
import { answerKinds } from "@/lib/instructions/schema";
import { type Office, offices } from "@/lib/plans/schema";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { TextArea } from "../form/text-field";

type Props = { place: string; instructionId: string; office: Office; inPerson: boolean };

export function AnswerForm({ place, instructionId, office, inPerson }: Props) {
  const t = useTranslations("instructions");
  const word = useTranslations("plans.office");
  const [state, send, pending] = useActionState<FormState, FormData>(answerAction, idleForm);
  const [changeId] = useState(uuidv7);
  if (state.status === "done") return <FormResult state={state} done={t("record.saved")} />;
  const kinds = answerKinds.filter((kind) => inPerson || kind !== "told");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="instructionId" value={instructionId} />
      <RadioCards
        name="kind"
        label={t("record.kind")}
        defaultValue={kinds[0]}
        options={kinds.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select
        name="office"
        label={t("record.office")}
        defaultValue={office}
        options={offices.map((value) => ({ value, label: word(value) }))}
      />
      <TextArea name="note" label={t("record.note")} optional rows={3} maxLength={8000} />
      <KeptSubmit pending={pending} wide>
        {t("record.save")}
      </KeptSubmit>
    </KeptForm>
  );
}
