"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { recordTrainingAction } from "@/lib/trainings/actions";
import { attendeeRoles, topics } from "@/lib/trainings/schema";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Props = {
  first: { changeId: string; subject: string };
  place: string;
  today: string;
  facilities: readonly { id: string; nameLo: string; nameEn: string }[];
  earlier: readonly { id: string; topic: (typeof topics)[number]; date: string }[];
};

export function TrainingForm({ first, place, today, facilities, earlier }: Props) {
  const t = useTranslations("trainings");
  const required = useTranslations("errors.field");
  const locale = useLocale();
  const { ids, state, send, pending } = useOnceForm(recordTrainingAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("form.saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <Select
        name="topic"
        label={t("topicHead")}
        defaultValue={topics[0]}
        options={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      <TextField name="title" label={t("form.name")} optional maxLength={500} />
      <Select
        name="facilityId"
        label={t("form.facility")}
        optional
        placeholder
        options={facilities.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
      />
      <DateField
        name="date"
        label={t("form.date")}
        defaultValue={today}
        error={state.fields?.date && required("date")}
      />
      <NumberField name="days" label={t("form.days")} optional />
      <fieldset className="field stack-s">
        <legend className="lab">{t("who")}</legend>
        {attendeeRoles.map((role) => (
          <NumberField key={role} name={`people.${role}`} label={t(`role.${role}`)} optional />
        ))}
      </fieldset>
      <TextArea
        name="scores"
        label={t("form.scores")}
        help={t("form.scoresHelp")}
        optional
        rows={5}
        error={state.fields?.scores && t("form.scoresWrong")}
      />
      <DateField name="refresherDue" label={t("form.refresher")} optional />
      {earlier.length > 0 && (
        <Select
          name="refreshesId"
          label={t("form.refreshes")}
          optional
          placeholder
          options={earlier.map(({ id, topic, date }) => ({
            value: id,
            label: `${t(`topic.${topic}`)} · ${formatDate(date, locale)}`,
          }))}
        />
      )}
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}
