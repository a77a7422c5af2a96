"use client";

import { useTranslations } from "next-intl";
import { addFacilitatorAction, addTrainingAction } from "@/lib/rollout/facilitator-actions";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { type Option, Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type First = { changeId: string; subject: string };

export function FacilitatorForm({ districts, first }: { districts: readonly Option[]; first: First }) {
  const t = useTranslations("rollout.team");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(addFacilitatorAction, first);
  const fault = (name: string) => state.fields?.[name] && errors("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <Select name="district" label={t("district")} options={districts} />
      <TextField name="name" label={t("name")} maxLength={500} error={fault("name")} />
      <TextField name="office" label={t("office")} maxLength={500} error={fault("office")} />
      <DateField name="from" label={t("from")} optional error={fault("from")} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}

type TrainingProps = { people: readonly Option[]; today: string; first: First };

export function FacilitatorTrainingForm({ people, today, first }: TrainingProps) {
  const t = useTranslations("rollout.team");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(addTrainingAction, first);
  const fault = (name: string) => state.fields?.[name] && errors("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("trainingSaved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <Select name="person" label={t("person")} options={people} />
      <DateField
        id="training-date"
        name="date"
        label={t("date")}
        defaultValue={today}
        error={fault("date")}
      />
      <TextField name="topic" label={t("topic")} maxLength={500} error={fault("topic")} />
      <NumberField name="days" label={t("days")} optional error={fault("days")} />
      <TextField name="venue" label={t("venue")} maxLength={500} optional />
      <KeptSubmit pending={pending}>{t("saveTraining")}</KeptSubmit>
    </KeptForm>
  );
}
