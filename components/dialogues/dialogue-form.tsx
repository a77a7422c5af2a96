"use client";

import { useTranslations } from "next-intl";
import { recordDialogueAction } from "@/lib/dialogues/actions";
import { offices } from "@/lib/plans/schema";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";
import { ThemeField } from "../themes/theme-field";

type Props = {
  first: { changeId: string; subject: string };
  place: string;
  today: string;
  districts: readonly { id: string; name: string }[];
};

/** A dialogue that was held, or one agreed for a day. */
export function DialogueForm({ first, place, today, districts }: Props) {
  const t = useTranslations("dialogues.form");
  const office = useTranslations("plans.office");
  const required = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(recordDialogueAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      {districts.length > 1 ? (
        <Select
          name="place"
          label={t("district")}
          defaultValue={place}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="place" value={place} />
      )}
      <DateField
        name="date"
        label={t("date")}
        defaultValue={today}
        error={state.fields?.date && required("date")}
      />
      <Select
        name="chair"
        label={t("chair")}
        defaultValue="district_governor"
        options={offices.map((value) => ({ value, label: office(value) }))}
      />
      <TextField name="venue" label={t("venue")} optional maxLength={500} />
      <NumberField name="villages" label={t("villages")} optional />
      <NumberField name="women" label={t("women")} optional />
      <NumberField name="men" label={t("men")} optional />
      <TextArea name="agenda" label={t("agenda")} help={t("oneALine")} optional rows={3} />
      <TextArea name="decisions" label={t("decisions")} help={t("oneALine")} optional rows={4} />
      <ThemeField name="themes" first={null} />
      <DateField name="nextDate" label={t("next")} optional />
      <TextArea name="note" label={t("note")} optional rows={2} />
      <p className="sm mut">{t("after")}</p>
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
