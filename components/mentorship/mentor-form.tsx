"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { registerMentorAction } from "@/lib/mentorship/actions";
import { mentorLevels, professions } from "@/lib/mentorship/vocabularies";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
type Props = {
  first: { changeId: string; subject: string };
  facilities: readonly Named[];
  today: string;
};

export function MentorForm({ first, facilities, today }: Props) {
  const t = useTranslations("mentees.form");
  const words = useTranslations("mentorship");
  const required = useTranslations("errors.field");
  const locale = useLocale();
  const { ids, state, send, pending } = useOnceForm(registerMentorAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <TextField
        id="mentor-name"
        name="name"
        label={t("name")}
        maxLength={200}
        error={state.fields?.name && required("required")}
      />
      <Select
        id="mentor-level"
        name="level"
        label={t("level")}
        defaultValue="mentor"
        options={mentorLevels.map((value) => ({ value, label: words(`level.${value}`) }))}
      />
      <Select
        id="mentor-profession"
        name="profession"
        label={t("profession")}
        defaultValue="midwife"
        options={professions.map((value) => ({ value, label: words(`profession.${value}`) }))}
      />
      <Select
        id="mentor-facility"
        name="facilityId"
        label={t("facilityMentor")}
        placeholder
        defaultValue=""
        error={state.fields?.facilityId && required("choose")}
        options={facilities.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
      />
      <DateField id="mentor-from" name="from" label={t("from")} defaultValue={today} />
      <KeptSubmit pending={pending} kind="plain">
        {t("save")}
      </KeptSubmit>
    </KeptForm>
  );
}
