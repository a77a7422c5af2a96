"use client";

import { useTranslations } from "next-intl";
import { recordFigureAction } from "@/lib/indicators/actions";
import { figureMethods, populationKinds } from "@/lib/indicators/vocabularies";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Props = { place: string; today: string; first: { changeId: string; subject: string } };

/** How many there are, and how that is known: what an indicator divides by. */
export function FigureForm({ place, today, first }: Props) {
  const t = useTranslations("indicators");
  const errors = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(recordFigureAction, first);
  const year = Number(today.slice(0, 4));
  const fault = (field: string) => state.fields?.[field] && errors("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("figure.saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <Select
        name="kind"
        label={t("figure.kind")}
        options={populationKinds.map((value) => ({ value, label: t(`denominator.kind.${value}`) }))}
      />
      <Select
        name="year"
        label={t("figure.year")}
        defaultValue={year}
        options={[year + 1, year, year - 1, year - 2].map(String).map((value) => ({ value, label: value }))}
      />
      <NumberField name="value" label={t("figure.value")} error={fault("value")} />
      <Select
        name="method"
        label={t("figure.method")}
        options={figureMethods.map((value) => ({ value, label: t(`denominator.method.${value}`) }))}
      />
      <DateField name="asOf" label={t("figure.asOf")} defaultValue={today} error={fault("asOf")} />
      <TextField name="source" label={t("figure.source")} optional maxLength={500} />
      <KeptSubmit pending={pending}>{t("figure.save")}</KeptSubmit>
    </KeptForm>
  );
}
