"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId, useState } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FormState, idleForm } from "@/lib/form-state";
import { instructAction } from "@/lib/instructions/actions";
import { type Office, offices } from "@/lib/plans/schema";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextArea } from "../form/text-field";
import { ButtonLink } from "../ui/button";

type Props = {
  place: string;
  actionId?: string;
  /** What it is about, in words. */
  about?: string;
  /** The matter of the attention list. */
  matter?: string;
  /** The dialogue that refers it. */
  dialogueId?: string;
  office?: Office;
  text?: string;
  back: string;
};

export function InstructForm({ place, actionId, about, matter, dialogueId, office, text, back }: Props) {
  const t = useTranslations("instructions.new");
  const word = useTranslations("plans.office");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useActionState<FormState, FormData>(instructAction, idleForm);
  // Made once with the form: sending it twice gives one instruction.
  const [ids] = useState(() => ({ changeId: uuidv7(), subject: uuidv7() }));
  const id = useId();
  if (state.status === "done") {
    return (
      <>
        <FormResult state={state} done={t("sent")} />
        <p className="mt-4">
          <ButtonLink href={back} kind="pri">
            {t("open")}
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <KeptForm run={send} className="stack" id={id}>
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      {actionId && <input type="hidden" name="actionId" value={actionId} />}
      {dialogueId && <input type="hidden" name="dialogueId" value={dialogueId} />}
      {matter && <input type="hidden" name="about" value={matter} />}
      {about && (
        <p>
          <span className="mut">{t("about")}</span> <b>{about}</b>
        </p>
      )}
      <Select
        name="toOffice"
        label={t("to")}
        defaultValue={office ?? ""}
        placeholder
        options={offices.map((value) => ({ value, label: word(value) }))}
        error={state.fields?.toOffice ? required("choose") : undefined}
      />
      <TextArea
        name="text"
        label={t("text")}
        help={t("textHelp")}
        defaultValue={text}
        rows={4}
        maxLength={8000}
        error={state.fields?.text ? required("required") : undefined}
      />
      <DateField name="due" label={t("due")} optional />
      <p className="sm mut">{t("effect")}</p>
      <KeptSubmit pending={pending} wide>
        {t("send")}
      </KeptSubmit>
    </KeptForm>
  );
}
