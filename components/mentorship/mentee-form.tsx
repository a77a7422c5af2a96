"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { registerMenteeAction } from "@/lib/mentorship/actions";
import { professions } from "@/lib/mentorship/vocabularies";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Ids = { changeId: string; subject: string };
type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
type Options = {
  facilities: readonly Named[];
  mentors: readonly { id: string; name: string }[];
  mentees: readonly { id: string; name: string; facilityId: string }[];
};
type Props = { first: Ids; options: Options; replaces: string | undefined; today: string };

export function MenteeForm({ first, options, replaces, today }: Props) {
  const t = useTranslations("mentees.form");
  const words = useTranslations("mentorship");
  const required = useTranslations("errors.field");
  const locale = useLocale();
  const { ids, state, send, pending } = useOnceForm(registerMenteeAction, first);
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const before = options.mentees.find(({ id }) => id === replaces);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <TextField
        name="name"
        label={t("name")}
        maxLength={200}
        error={state.fields?.name && required("required")}
      />
      <Select
        name="profession"
        label={t("profession")}
        defaultValue="midwife"
        options={professions.map((value) => ({ value, label: words(`profession.${value}`) }))}
      />
      <Select
        name="facilityId"
        label={t("facility")}
        defaultValue={before?.facilityId ?? ""}
        placeholder
        error={state.fields?.facilityId && required("choose")}
        options={options.facilities.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
      />
      <Select name="mentorId" label={t("by")} optional placeholder options={named(options.mentors)} />
      <Select
        name="replacesId"
        label={t("replaces")}
        help={t("replacesHelp")}
        optional
        placeholder={t("nobody")}
        defaultValue={before?.id ?? ""}
        options={named(options.mentees)}
      />
      <DateField name="from" label={t("from")} defaultValue={today} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
