"use client";

import { useTranslations } from "next-intl";
import { saveFacilitatorAction, saveTrainingAction } from "@/lib/rollout/facilitator-actions";
import type { FacilitatorLine, FacilitatorTraining } from "@/lib/rollout/facilitator-queries";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { type Option, Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type First = { changeId: string; subject: string };

type PersonProps = { districts: readonly Option[]; first: First; kept?: FacilitatorLine };

/** A new facilitator, or what is otherwise now: her name, her office, since and until when she facilitates. */
export function FacilitatorForm({ districts, first, kept }: PersonProps) {
  const t = useTranslations("rollout.team");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(saveFacilitatorAction, first);
  const fault = (name: string) =>
    state.fields?.[name] && (state.fields[name] === "order" ? t("order") : errors("required"));
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t(kept ? "changed" : "saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={kept?.id ?? ids.subject} />
      {kept ? (
        <>
          <input type="hidden" name="district" value={kept.districtId} />
          <input type="hidden" name="seen" value={JSON.stringify(kept.versions)} />
        </>
      ) : (
        <Select name="district" label={t("district")} options={districts} />
      )}
      <TextField
        name="name"
        label={t("name")}
        maxLength={500}
        defaultValue={kept?.name}
        error={fault("name")}
      />
      <TextField
        name="office"
        label={t("office")}
        maxLength={500}
        defaultValue={kept?.office}
        error={fault("office")}
      />
      <DateField name="from" label={t("from")} optional defaultValue={kept?.from} error={fault("from")} />
      {kept && <DateField name="to" label={t("to")} optional defaultValue={kept.to} error={fault("to")} />}
      <KeptSubmit pending={pending}>{t(kept ? "change" : "save")}</KeptSubmit>
    </KeptForm>
  );
}

type TrainingProps = {
  people: readonly Option[];
  today: string;
  first: First;
  kept?: FacilitatorTraining;
};

export function FacilitatorTrainingForm({ people, today, first, kept }: TrainingProps) {
  const t = useTranslations("rollout.team");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(saveTrainingAction, first);
  const fault = (name: string) => state.fields?.[name] && errors("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t(kept ? "changed" : "trainingSaved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={kept?.id ?? ids.subject} />
      {kept && <input type="hidden" name="seen" value={JSON.stringify(kept.versions)} />}
      {kept ? (
        <input type="hidden" name="person" value={people[0]?.value} />
      ) : (
        <Select name="person" label={t("person")} options={people} />
      )}
      <DateField
        id={`training-date-${kept?.id ?? "new"}`}
        name="date"
        label={t("date")}
        defaultValue={kept?.date ?? today}
        error={fault("date")}
      />
      <TextField
        name="topic"
        label={t("topic")}
        maxLength={500}
        defaultValue={kept?.topic}
        error={fault("topic")}
      />
      <NumberField name="days" label={t("days")} optional defaultValue={kept?.days} error={fault("days")} />
      <TextField name="venue" label={t("venue")} maxLength={500} optional defaultValue={kept?.venue ?? ""} />
      <KeptSubmit pending={pending}>{t(kept ? "change" : "saveTraining")}</KeptSubmit>
    </KeptForm>
  );
}
